package io.clientele.profile.rekey;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.database.Database;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.profile.fold.FakeFunnel;
import io.clientele.profile.identity.Run;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeFunnel.class)
class RekeyTasksQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @ConfigProperty(name = "clientele.funnel.url")
    String feed;

    @Inject
    Database database;

    @BeforeEach
    void awaitReady() {
        await().ignoreExceptions().until(() -> tasks("nobody") == 0);
    }

    @Test
    void keepsTheNumberOfADecisionThatIsAskedForAgain() {
        decide("rt-1", "rt-a");
        Map<Long, Long> first = decisions("rt-1");
        awaitDone("rt-1");

        decide("rt-1", "rt-a");

        assertThat(decisions("rt-1")).isEqualTo(first);
        awaitDone("rt-1");
        assertThat(rekeyed("{\"homeCustomer\":\"rt-1\",\"customer\":\"rt-a\",\"decision\":" + first.get(0L) + "}"))
                .as("sent until it was done, and again")
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void givesEachNewDecisionAHigherNumberAlsoTheOneThatBringsEventsHome() {
        long last = 0;
        for (String customer : List.of("rt-a", "rt-b", "rt-a", "rt-2")) {
            decide("rt-2", customer);
            long number = decisions("rt-2").getOrDefault(0L, 0L);
            assertThat(number).as(customer).isGreaterThan(last);
            last = number;
        }
    }

    @Test
    void numbersAboveTheLastEvenIfTheClockWentBack() {
        decide("rt-3", "rt-a");
        long ahead = 100_000_000_000_000_000L;
        sql("UPDATE rekey_decision SET number = " + ahead + " WHERE home = 'rt-3'");

        decide("rt-3", "rt-b");

        assertThat(decisions("rt-3")).containsExactly(Map.entry(0L, ahead + 1));
    }

    @Test
    void asksForNothingWhereEventsNeverLeftTheirHome() {
        decide("rt-4", "rt-4");

        assertThat(decisions("rt-4")).isEmpty();
        assertThat(tasks("rt-4")).isZero();
    }

    @Test
    void numbersTheRunsOfAResettledHomeAboveAllThatWasDecidedOfIt() {
        request(
                List.of(),
                new RekeyTask("anon:rt-5", 0, 10, "rt-a"),
                new RekeyTask("anon:rt-5", 10, Run.FOR_EVER, "rt-b"));
        Map<Long, Long> before = decisions("anon:rt-5");

        request(
                List.of("anon:rt-5"),
                new RekeyTask("anon:rt-5", 0, 10, "rt-a"),
                new RekeyTask("anon:rt-5", 10, 20, "rt-b"),
                new RekeyTask("anon:rt-5", 20, Run.FOR_EVER, "rt-a"));
        Map<Long, Long> after = decisions("anon:rt-5");

        assertThat(after).containsOnlyKeys(0L, 10L, 20L).containsEntry(0L, before.getOrDefault(0L, -1L));
        assertThat(List.of(after.get(10L), after.get(20L)))
                .allMatch(number -> number > before.getOrDefault(10L, Long.MAX_VALUE));
        request(List.of("anon:rt-5"), new RekeyTask("anon:rt-5", 0, Run.FOR_EVER, "rt-a"));
        assertThat(decisions("anon:rt-5")).containsOnlyKeys(0L);
        assertThat(decisions("anon:rt-5").get(0L)).isGreaterThan(after.getOrDefault(20L, Long.MAX_VALUE));
    }

    @Test
    void countsFailuresFromTheBeginningAfterACallThatDidItsPart() {
        List<Integer> attempts = database.inTransaction(transaction -> RekeyTasks.request(
                                transaction, List.of(), List.of(new RekeyTask("rt-6", 0, Run.FOR_EVER, "rt-a")))
                        .chain(() -> leased(transaction))
                        .chain(first -> failed(transaction, first, "no answer")
                                .chain(() -> leased(transaction))
                                .chain(failed -> failed(transaction, failed, null)
                                        .chain(() -> leased(transaction))
                                        .map(moved -> List.of(first.attempts(), failed.attempts(), moved.attempts())))))
                .await()
                .atMost(PATIENCE);

        assertThat(attempts).containsExactly(1, 2, 1);
    }

    /** The lease of {@code rt-6}, for no time at all, so that no other task is kept waiting. */
    private static Uni<RekeyLeases.Leased> leased(SqlConnection transaction) {
        return RekeyLeases.lease(transaction, 1_000, 0)
                .map(leased -> leased.stream()
                        .filter(task -> task.task().home().equals("rt-6"))
                        .findFirst()
                        .orElseThrow());
    }

    private static Uni<Void> failed(SqlConnection transaction, RekeyLeases.Leased task, @Nullable String failure) {
        return RekeyLeases.settle(transaction, List.of(new RekeyLeases.Settled(task, false, 0, failure)));
    }

    private void decide(String home, String customer) {
        request(List.of(), new RekeyTask(home, 0, Run.FOR_EVER, customer));
    }

    private void request(List<String> resettled, RekeyTask... tasks) {
        database.inTransaction(transaction -> RekeyTasks.request(transaction, resettled, List.of(tasks)))
                .await()
                .atMost(PATIENCE);
    }

    private void awaitDone(String home) {
        await().until(() -> tasks(home) == 0);
    }

    private int tasks(String home) {
        return database.onConnection(connection -> connection
                        .preparedQuery("SELECT 1 FROM rekey_task WHERE home = $1")
                        .execute(Tuple.of(home)))
                .await()
                .atMost(PATIENCE)
                .size();
    }

    private Map<Long, Long> decisions(String home) {
        Map<Long, Long> decisions = new TreeMap<>();
        database.onConnection(connection -> connection
                        .preparedQuery("SELECT since, number FROM rekey_decision WHERE home = $1")
                        .execute(Tuple.of(home)))
                .await()
                .atMost(PATIENCE)
                .forEach(row -> decisions.put(row.getLong(0), row.getLong(1)));
        return decisions;
    }

    private long rekeyed(String body) {
        return given().get(feed + "/rekeyed")
                .asString()
                .lines()
                .filter(body::equals)
                .count();
    }

    private void sql(String statement) {
        database.onConnection(connection -> connection.query(statement).execute())
                .await()
                .atMost(PATIENCE);
    }
}
