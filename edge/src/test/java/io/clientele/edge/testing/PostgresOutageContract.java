package io.clientele.edge.testing;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.clientele.localstack.PostgresOptions;
import io.clientele.localstack.PostgresServer;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/**
 * How a service with a database behaves while the database is away, tried with a real one.
 *
 * <p>A service extends it in a {@code …QuarkusTest} with {@code @WithTestResource(AbsentPostgres.class)} beside
 * {@link SigningKeys}.
 */
public abstract class PostgresOutageContract {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    protected void startsWithoutPostgresAndFollowsItUpAndDown(@TempDir Path folder) {
        expectDown();

        int port = Integer.getInteger(AbsentPostgres.PORT);
        try (PostgresServer postgres =
                PostgresServer.start(new PostgresOptions(folder.resolve("data"), folder.resolve("logs"), port))) {
            postgres.createDatabase(AbsentPostgres.DATABASE, AbsentPostgres.LOGIN, AbsentPostgres.PASSWORD);
            await().atMost(PATIENCE).untilAsserted(PostgresOutageContract::expectReady);

            postgres.kill();
            await().atMost(PATIENCE).untilAsserted(PostgresOutageContract::expectDown);

            postgres.restart();
            await().atMost(PATIENCE).untilAsserted(PostgresOutageContract::expectReady);
        }
    }

    private static void expectReady() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    private static void expectDown() {
        given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("status", equalTo("DOWN"))
                .body("checks.find { it.status == 'DOWN' }.name", containsString("PostgreSQL"))
                .body("checks.find { it.status == 'DOWN' }.data.toString()", containsString("127.0.0.1"));
    }
}
