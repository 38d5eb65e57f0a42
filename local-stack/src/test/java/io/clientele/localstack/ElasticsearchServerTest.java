package io.clientele.localstack;

import java.net.http.HttpResponse;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ElasticsearchServerTest {

    private static final int DOCUMENTS = 50;

    @TempDir
    Path folder;

    @Test
    void answersItsRootAsClientsExpect() throws Exception {
        try (SearchClient client = new SearchClient(SharedStack.elasticsearch())) {
            HttpResponse<String> answer = client.send("GET", "/", "");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("X-elastic-product")).contains("Elasticsearch");
            assertThat(answer.body())
                    .contains("\"name\" : \"local\"")
                    .contains("\"cluster_name\" : \"clientele-local\"")
                    .containsPattern("\"cluster_uuid\" : \"[A-Za-z0-9_-]{22}\"")
                    .contains("\"number\" : \"9.5.3\"")
                    .contains("\"build_flavor\" : \"default\"")
                    .contains("\"tagline\" : \"You Know, for Search\"");
            assertThat(client.send("HEAD", "/", "").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void hasOurPlugin() throws Exception {
        try (SearchClient client = new SearchClient(SharedStack.elasticsearch())) {
            String plugins = client.succeed("GET", "/_nodes/_local/plugins?filter_path=nodes.*.plugins.classname", "");

            assertThat(plugins).contains("io.clientele.elasticsearch.");
        }
    }

    @Test
    void keepsWhatItAcknowledgedThroughAKill() throws Exception {
        ElasticsearchServer server = SharedStack.elasticsearch();
        long killed = server.pid();
        int port = server.port();
        try (SearchClient client = new SearchClient(server)) {
            String cluster = client.clusterUuid();
            client.succeed("PUT", "/kept", "{\"settings\":{\"number_of_replicas\":0,\"refresh_interval\":-1}}");
            for (int id = 0; id < DOCUMENTS; id++) {
                client.succeed("PUT", "/kept/_doc/" + id, "{\"value\":" + id + "}");
            }

            server.kill();
            assertThat(server.isAlive()).isFalse();
            server.restart();

            assertThat(server.port()).isEqualTo(port);
            assertThat(server.pid()).isNotEqualTo(killed);
            assertThat(client.clusterUuid()).isEqualTo(cluster);
            client.succeed("POST", "/kept/_refresh", "");
            assertThat(client.succeed("GET", "/kept/_count", "")).contains("\"count\":" + DOCUMENTS);
        }
    }

    @Test
    void quotesTheReasonFromTheLogWhenItCannotStart() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(data.resolve("data"), "a file where Elasticsearch wants a folder");
        ElasticsearchOptions options = new ElasticsearchOptions(data, folder.resolve("logs"), 0, "256m");

        assertThatExceptionOfType(LocalStackException.class)
                .isThrownBy(() -> ElasticsearchServer.start(options))
                .withMessageContaining("Elasticsearch ended while starting")
                .withMessageContaining("Elasticsearch could not start: ")
                .withMessageContaining(FileAlreadyExistsException.class.getName())
                .returns(LocalStackException.Code.START_FAILED, LocalStackException::code);
    }

    @Test
    void saysHowToAssembleAServerThatIsNotThere() {
        assertThatExceptionOfType(LocalStackException.class)
                .isThrownBy(() -> ElasticsearchHome.at(folder))
                .withMessage("No Elasticsearch at %s; build it with ./mvnw package -DskipTests.", folder)
                .returns(LocalStackException.Code.NOT_ASSEMBLED, LocalStackException::code);
    }
}
