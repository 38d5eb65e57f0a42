package io.clientele.localstack;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.DriverManager;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SharedStackTest {

    @Test
    void elasticsearchAnswersItsRootAsClientsExpect() throws Exception {
        URI uri = SharedStack.elasticsearch().uri();

        HttpResponse<String> answer;
        try (HttpClient client = HttpClient.newHttpClient()) {
            answer = client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        }

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-elastic-product")).contains("Elasticsearch");
        assertThat(answer.body())
                .contains("\"cluster_name\" : \"clientele-local\"")
                .contains("\"number\" : \"9.5.3\"")
                .contains("\"tagline\" : \"You Know, for Search\"");
    }

    @Test
    void oneServerServesAllTests() {
        assertThat(SharedStack.elasticsearch()).isSameAs(SharedStack.elasticsearch());
        assertThat(SharedStack.postgres()).isSameAs(SharedStack.postgres());
    }

    @Test
    void createsADatabaseWithItsOwnLoginTwiceWithoutHarm() throws Exception {
        PostgresServer server = SharedStack.postgres();
        server.createDatabase("shop", "shop_owner", "it's \\ a \"secret\"");
        server.createDatabase("shop", "shop_owner", "it's \\ a \"secret\"");

        String url = "jdbc:postgresql://%s:%d/shop".formatted(server.host(), server.port());
        try (var connection = DriverManager.getConnection(url, "shop_owner", "it's \\ a \"secret\"");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT current_user")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("shop_owner");
        }
    }
}
