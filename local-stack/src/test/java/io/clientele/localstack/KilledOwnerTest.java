package io.clientele.localstack;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.DriverManager;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KilledOwnerTest {

    private static final String PASSWORD = "secret";

    @TempDir
    Path folder;

    @Test
    void twoStacksRunSideBySideAndOneOutlivesTheKilledOwnerOfTheOther() throws Exception {
        try (OtherJvm owner = OtherJvm.start(Owner.class, folder.toString());
                SearchClient shared = new SearchClient(SharedStack.elasticsearch())) {
            long postgresPid = owner.readNumber();
            assertThatExceptionOfType(LocalStackException.class)
                    .isThrownBy(() -> PostgresServer.start(postgres(folder)))
                    .returns(LocalStackException.Code.DATA_FOLDER_IN_USE, LocalStackException::code);

            URI uri = URI.create(owner.readLine());
            long elasticsearchPid = owner.readNumber();
            try (SearchClient other = new SearchClient(uri, HttpClient.newHttpClient())) {
                assertThat(other.clusterUuid()).isNotEqualTo(shared.clusterUuid());
            }

            owner.kill();
            try (PostgresServer next = PostgresServer.start(postgres(folder))) {
                assertThat(next.pid()).isNotEqualTo(postgresPid);
                assertDatabaseIsThere(next);
            }
            Processes.awaitEnd(postgresPid);
            Processes.awaitEnd(elasticsearchPid);
            assertThat(folder.resolve("logs/elasticsearch.log")).content().contains("] closed");
            assertThat(shared.clusterUuid()).isNotEmpty();
        }
    }

    private static void assertDatabaseIsThere(PostgresServer server) throws Exception {
        String url = "jdbc:postgresql://%s:%d/shop".formatted(server.host(), server.port());
        try (var connection = DriverManager.getConnection(url, "shop_owner", PASSWORD)) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    private static PostgresOptions postgres(Path folder) {
        return new PostgresOptions(folder.resolve("postgresql"), folder.resolve("logs"), 0);
    }

    /** Starts a stack of its own and waits to be killed. */
    static final class Owner {
        private Owner() {}

        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            PostgresServer postgres = PostgresServer.start(postgres(folder));
            postgres.createDatabase("shop", "shop_owner", PASSWORD);
            System.out.println(postgres.pid());
            ElasticsearchServer elasticsearch = ElasticsearchServer.start(
                    new ElasticsearchOptions(folder.resolve("elasticsearch"), folder.resolve("logs"), 0, "512m"));
            System.out.println(elasticsearch.uri());
            System.out.println(elasticsearch.pid());
            Thread.currentThread().join();
        }
    }
}
