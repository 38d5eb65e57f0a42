package io.clientele.profile.rekey;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.database.Database;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.profile.fold.FakeFunnel;
import io.clientele.profile.identity.Run;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Many tasks in one request, some of which fail, and a funnel-service that is away. */
@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeFunnel.class)
class RekeySenderQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int TASKS = 60;

    @ConfigProperty(name = "clientele.funnel.url")
    String funnel;

    @Inject
    Database database;

    @BeforeEach
    void awaitReady() {
        await().ignoreExceptions().until(() -> number("SELECT count(*) FROM rekey_task") == 0);
    }

    @AfterEach
    void comeBack() {
        tell("refused", "");
        tell("away", "false");
        await().atMost(PATIENCE).until(() -> number("SELECT count(*) FROM rekey_task") == 0);
    }

    @Test
    void sendsManyTasksInOneRequestUntilAllAreDone() {
        int before = requests().size();

        decide("many");

        await().atMost(PATIENCE).until(() -> number("SELECT count(*) FROM rekey_task") == 0);
        assertThat(given().get(funnel + "/rekeyed").asString().lines().filter(run -> run.contains("\"many-")))
                .hasSize(2 * TASKS);
        // Twice for each task, with at most a few before the requests are as large as they may be.
        assertThat(requests().size() - before).isLessThan(TASKS / 2);
    }

    @Test
    void aTaskThatFailsHoldsUpNoOther() {
        tell("refused", "some-7");

        decide("some");

        await().atMost(PATIENCE).until(() -> number("SELECT count(*) FROM rekey_task") == 1);
        await().atMost(PATIENCE)
                .until(() -> number("SELECT count(*) FROM rekey_task WHERE home = 'some-7' AND attempts > 1"
                                + " AND failure LIKE '%STORE_UNAVAILABLE%' AND not_before > now()")
                        == 1);
    }

    @Test
    void pausesAsAWholeWhileFunnelServiceIsAwayAndTriesWithOneTask() {
        tell("away", "true");
        int before = requests().size();

        decide("late");

        await().atMost(PATIENCE).until(() -> requests().size() >= before + 4);
        List<Integer> asked = requests().subList(before, requests().size());
        assertThat(asked.subList(1, asked.size())).containsOnly(1);
        assertThat(number("SELECT count(*) FROM rekey_task")).isEqualTo(TASKS);
        assertThat(number("SELECT count(*) FROM rekey_task WHERE failure LIKE '%503%'"))
                .isPositive();
        // Only those may count as tried that are on their way at this moment.
        assertThat(number("SELECT count(*) FROM rekey_task WHERE attempts > 1")).isLessThanOrEqualTo(1);

        tell("away", "false");
        await().atMost(PATIENCE).until(() -> number("SELECT count(*) FROM rekey_task") == 0);
    }

    private void decide(String prefix) {
        List<RekeyTask> tasks = IntStream.range(0, TASKS)
                .mapToObj(i -> new RekeyTask(prefix + "-" + i, 0, Run.FOR_EVER, prefix))
                .toList();
        database.inTransaction(transaction -> RekeyTasks.request(transaction, List.of(), tasks))
                .await()
                .atMost(PATIENCE);
    }

    private void tell(String what, String value) {
        given().body(value).post(funnel + "/rekeyed/" + what).then().statusCode(200);
    }

    private List<Integer> requests() {
        return given().get(funnel + "/rekeyed/requests")
                .asString()
                .lines()
                .map(Integer::valueOf)
                .toList();
    }

    private long number(String query) {
        return database.onConnection(connection -> connection.query(query).execute())
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .atMost(PATIENCE);
    }
}
