package io.clientele.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.clientele.gateway.subgraph.SubgraphAddress;
import io.clientele.gateway.supergraph.Subgraph;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpServer;

import static org.assertj.core.api.Assertions.assertThat;

class ServicesReadinessTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Vertx vertx = Vertx.vertx();
    private final List<HttpServer> servers = new ArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        vertx.close().await().atMost(PATIENCE);
    }

    @Test
    void readyWhenAllServicesAre() {
        HealthCheckResponse response = call(serving(200), serving(200), serving(200));

        assertThat(response.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(response.getData()).contains(Map.of("funnel", "ready", "profile", "ready", "campaign", "ready"));
        assertThat(asked).hasSize(3).containsOnly("/q/health/ready");
    }

    @Test
    void readyAndNamesServiceThatIsNotReady() {
        HealthCheckResponse response = call(serving(200), serving(503), serving(200));

        assertThat(response.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(response.getData()).hasValueSatisfying(data -> {
            assertThat(data).containsEntry("funnel", "ready").containsEntry("campaign", "ready");
            assertThat(data.get("profile"))
                    .asString()
                    .startsWith("not ready: http://")
                    .endsWith("answers 503");
        });
    }

    @Test
    void readyAndNamesServiceThatIsNotThere() {
        URI gone = serving(200);
        stopLast();

        HealthCheckResponse response = call(serving(200), serving(200), gone);

        assertThat(response.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(response.getData())
                .hasValueSatisfying(data -> assertThat(data.get("campaign"))
                        .asString()
                        .startsWith("unreachable: " + gone + "/q/health/ready"));
    }

    @Test
    void readyWhenOneServiceDoesNotAnswerInTime() {
        HealthCheckResponse response = call(serving(200), silent(), serving(200));

        assertThat(response.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(response.getData())
                .hasValueSatisfying(
                        data -> assertThat(data.get("profile")).asString().startsWith("unreachable: "));
    }

    @Test
    void downWhenNoServiceIsReady() {
        assertThat(call(serving(503), silent(), serving(500)).getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
    }

    @Test
    void keepsBasePathOfAddress() {
        call(serving(200).resolve("/funnel/"), serving(200).resolve("/profile"), serving(200));

        assertThat(asked)
                .containsExactlyInAnyOrder("/funnel/q/health/ready", "/profile/q/health/ready", "/q/health/ready");
    }

    @Test
    void readyWhereNoAddressIsConfigured() {
        assertThat(call(List.of(new SubgraphAddress("funnel", URI.create("http://127.0.0.1:1"), Optional.empty())))
                        .getStatus())
                .isEqualTo(HealthCheckResponse.Status.UP);
    }

    private URI serving(int status) {
        return listening(vertx.createHttpServer().requestHandler(request -> {
            asked.add(request.path());
            request.response().setStatusCode(status).endAndForget();
        }));
    }

    private URI silent() {
        return listening(vertx.createHttpServer().requestHandler(request -> asked.add(request.path())));
    }

    private URI listening(HttpServer server) {
        servers.add(server);
        int port = server.listen(0, "127.0.0.1").await().atMost(PATIENCE).actualPort();
        return URI.create("http://127.0.0.1:" + port);
    }

    private void stopLast() {
        servers.removeLast().close().await().atMost(PATIENCE);
    }

    private HealthCheckResponse call(URI funnel, URI profile, URI campaign) {
        return call(SubgraphAddress.of(
                List.of(subgraph("funnel"), subgraph("profile"), subgraph("campaign")),
                () -> Map.of("funnel", () -> funnel, "profile", () -> profile, "campaign", () -> campaign)));
    }

    private HealthCheckResponse call(List<SubgraphAddress> addresses) {
        return new ServicesReadiness(addresses, vertx).call().await().atMost(PATIENCE);
    }

    private static Subgraph subgraph(String name) {
        return new Subgraph(name, name, "http://" + name);
    }
}
