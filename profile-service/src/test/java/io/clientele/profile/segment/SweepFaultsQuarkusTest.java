package io.clientele.profile.segment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.database.Database;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.profile.customer.Customers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

/** Evaluation in the background, by several at a time, while definitions change and PostgreSQL refuses. */
@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(SegmentsStack.class)
class SweepFaultsQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CUSTOMERS = 60;
    private static final int SWEEPERS = 4;

    @Inject
    TestCustomers customers;

    @Inject
    Database database;

    @Inject
    Customers recomputing;

    @Inject
    SegmentConfig config;

    private final List<Sweeper> rivals = new ArrayList<>();

    @BeforeEach
    void put() {
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(customers::clear);
        IntStream.range(0, CUSTOMERS).forEach(i -> customers.put("s" + i, "plan-" + i % 3, "Order Placed", 0));
        for (int i = 0; i < SWEEPERS; i++) {
            rivals.add(new Sweeper(database, recomputing, config).begin());
        }
    }

    @AfterEach
    void stop() {
        rivals.forEach(Sweeper::end);
    }

    @Test
    void severalSweepersEvaluateEachCustomerByTheLastDefinitionThoughItChangesMeanwhile() {
        for (int change = 0; change < 15; change++) {
            Ask.defineSegment("of-plan", plan(change % 3));
            // While the sweepers are at it: of fifteen changes, most come into the middle of a sweep.
            customers.recompute("s" + change);
        }
        Ask.defineSegment("of-plan", plan(2));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(outdated()).isZero());
        assertThat(members()).isEqualTo(CUSTOMERS / 3);
        assertThat(customers.number("SELECT count(*) FROM customer WHERE segments = '{of-plan}' AND id IN "
                        + "(SELECT 's' || (3 * n + 2) FROM generate_series(0, 19) AS n)"))
                .isEqualTo(CUSTOMERS / 3);
        expectAlternatingHistory();
    }

    @Test
    void evaluatesNothingByHalvesOnAFullDiskAndGoesOnAfterwards() {
        Ask.defineSegment("of-plan", plan(0));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(outdated()).isZero());

        try (FullDisk full = FullDisk.at(customers, "membership_change")) {
            Ask.defineSegment("of-plan", plan(1));
            await().atMost(PATIENCE).until(() -> full.refusals() > SWEEPERS);
            assertThat(customers.number("SELECT count(*) FROM customer WHERE segments = '{of-plan}'"
                            + " AND definitions_version < (SELECT version FROM definitions_version)"))
                    .isEqualTo(CUSTOMERS / 3);
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(outdated()).isZero());
        assertThat(members()).isEqualTo(CUSTOMERS / 3);
        expectAlternatingHistory();
    }

    @Test
    void tellsThatTheDiskIsFullAndDoesTheSameChangeLater() {
        Map<String, ?> input = Ask.segment(Ask.key(), "of-plan", plan(0));
        try (FullDisk full = FullDisk.at(customers, "segment")) {
            Ask.defineSegment(input).body("errors[0].extensions.code", equalTo("DATABASE_FULL"));
            assertThat(full.refusals()).isPositive();
            Ask.good("{ segments { id } }", Map.of()).body("data.segments", empty());
            assertThat(customers.number("SELECT count(*) FROM mutation_key")).isZero();
        }
        Ask.defineSegment(input).body("data.defineSegment.version", equalTo(1));
    }

    private static Map<String, ?> plan(int number) {
        return Map.of("trait", Map.of("name", "plan", "operator", "ANY_OF", "values", List.of("plan-" + number)));
    }

    private long outdated() {
        return customers.number("SELECT count(*) FROM customer WHERE definitions_version <"
                + " (SELECT version FROM definitions_version)");
    }

    private long members() {
        return customers.number("SELECT count(*) FROM customer WHERE segments = '{of-plan}'");
    }

    private void expectAlternatingHistory() {
        assertThat(customers.number("SELECT count(*) FROM (SELECT entered,"
                        + " lag(entered, 1, false) OVER (PARTITION BY customer_id, segment_id ORDER BY number) AS before"
                        + " FROM membership_change) AS change WHERE entered = before"))
                .isZero();
        assertThat(customers.number("SELECT sum(CASE WHEN entered THEN 1 ELSE -1 END)::bigint FROM membership_change"))
                .isEqualTo(CUSTOMERS / 3);
        await().atMost(PATIENCE)
                .until(() -> customers.number("SELECT position FROM membership_stream")
                        == customers.number("SELECT count(*) FROM membership_change"));
    }
}
