package io.clientele.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        assertThat(response.getData())
                .contains(Map.of("funnel-service", "ready", "profile-service", "ready", "campaign-service", "ready"));
        assertThat(asked).hasSize(3).containsOnly("/q/health/ready");
    }

    @Test
    void downAndNamesServiceThatIsNotReady() {
        HealthCheckResponse response = call(serving(200), serving(503), serving(200));

        assertThat(response.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(response.getData()).hasValueSatisfying(data -> {
            assertThat(data).containsEntry("funnel-service", "ready").containsEntry("campaign-service", "ready");
            assertThat(data.get("profile-service"))
                    .asString()
                    .startsWith("not ready: http://")
                    .endsWith("answers 503");
        });
    }

    @Test
    void downAndNamesServiceThatIsNotThere() {
        URI gone = serving(200);
        stopLast();

        HealthCheckResponse response = call(serving(200), serving(200), gone);

        assertThat(response.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(response.getData())
                .hasValueSatisfying(data -> assertThat(data.get("campaign-service"))
                        .asString()
                        .startsWith("unreachable: " + gone + "/q/health/ready"));
    }

    @Test
    void downWhenServiceDoesNotAnswerInTime() {
        HealthCheckResponse response = call(serving(200), silent(), serving(200));

        assertThat(response.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(response.getData())
                .hasValueSatisfying(data ->
                        assertThat(data.get("profile-service")).asString().startsWith("unreachable: "));
    }

    @Test
    void keepsBasePathOfAddress() {
        call(serving(200).resolve("/funnel/"), serving(200).resolve("/profile"), serving(200));

        assertThat(asked)
                .containsExactlyInAnyOrder("/funnel/q/health/ready", "/profile/q/health/ready", "/q/health/ready");
    }

    @ParameterizedTest
    @ValueSource(strings = {"funnel:8081", "ftp://funnel", "/funnel", "http:funnel"})
    void refusesAddressThatIsNone(String address) {
        URI good = URI.create("http://127.0.0.1:1");

        assertThatThrownBy(() -> new ServicesReadiness(addresses(URI.create(address), good, good), vertx))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("CLIENTELE_SERVICES_FUNNEL_URL")
                .hasMessageContaining(address);
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
        return new ServicesReadiness(addresses(funnel, profile, campaign), vertx)
                .call()
                .await()
                .atMost(PATIENCE);
    }

    private static ServiceAddresses addresses(URI funnel, URI profile, URI campaign) {
        return new ServiceAddresses() {
            @Override
            public URI funnel() {
                return funnel;
            }

            @Override
            public URI profile() {
                return profile;
            }

            @Override
            public URI campaign() {
                return campaign;
            }
        };
    }
}
