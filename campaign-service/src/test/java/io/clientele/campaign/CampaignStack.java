package io.clientele.campaign;

import java.time.Duration;
import java.util.Map;

import io.clientele.localstack.PostgresServer;
import io.clientele.localstack.SharedStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

/** Points the service under test at a real PostgreSQL. */
public class CampaignStack implements QuarkusTestResourceLifecycleManager {

    private static final String NAME = "campaigns";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public Map<String, String> start() {
        PostgresServer postgres = SharedStack.postgres();
        postgres.createDatabase(NAME, NAME, NAME);
        return Map.of(
                "quarkus.datasource.reactive.url",
                "postgresql://127.0.0.1:" + postgres.port() + "/" + NAME,
                "quarkus.datasource.username",
                NAME,
                "quarkus.datasource.password",
                NAME);
    }

    /** Waits until the service has made its schema, which it does after its start. */
    public static void awaitSchema() {
        await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Override
    public void stop() {
        // The shared server stops with the test JVM.
    }
}
