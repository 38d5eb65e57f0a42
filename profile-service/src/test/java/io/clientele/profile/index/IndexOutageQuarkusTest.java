package io.clientele.profile.index;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.contract.event.CustomerId;
import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventType;
import io.clientele.contract.event.Times;
import io.clientele.database.Database;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.localstack.ElasticsearchServer;
import io.clientele.localstack.SharedStack;
import io.clientele.profile.segment.SegmentsStack;
import io.clientele.profile.segment.TestCustomers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Elasticsearch is killed while customers are written to it, and comes back. */
@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(SegmentsStack.class)
class IndexOutageQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CUSTOMERS = 60;
    private static final int MERGED = 10;

    @Inject
    TestCustomers customers;

    @Inject
    Database database;

    private final ElasticsearchServer elasticsearch = SharedStack.elasticsearch();

    @BeforeEach
    void empty() {
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(customers::clear);
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> pending() == 0 && indexed().isEmpty());
    }

    @Test
    void catchesUpWithEveryChangeOnceElasticsearchIsBack() {
        try {
            for (int i = 0; i < CUSTOMERS; i++) {
                customers.put("io-" + i, events(i));
                // Not before the writer is at it: the kill comes between its bulks, or into one.
                if (i == CUSTOMERS / 3) {
                    await().atMost(PATIENCE)
                            .ignoreExceptions()
                            .until(() -> !indexed().isEmpty());
                    elasticsearch.kill();
                }
            }
            for (int i = 0; i < MERGED; i++) {
                customers.merge("io-" + i, "io-" + (CUSTOMERS - 1 - i));
                customers.recompute("io-" + (MERGED + i));
            }
            assertThat(pending()).as("changes that wait for Elasticsearch").isGreaterThan(CUSTOMERS / 2);
        } finally {
            elasticsearch.restart();
        }

        await().atMost(PATIENCE).until(() -> pending() == 0);
        assertThat(indexed()).isEqualTo(stored()).hasSize(CUSTOMERS - MERGED);
        assertThat(customers.number("SELECT count(*) FROM index_refused")).isZero();

        customers.put("io-after", events(CUSTOMERS));
        await().atMost(PATIENCE).until(() -> indexed().equals(stored()));
    }

    private static List<Event> events(int number) {
        Instant at = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(number);
        CustomerId customer = CustomerId.of("io-" + number, null);
        return List.of(Event.builder("io-m" + number, EventType.TRACK, customer, new Times(at, at, null, null), "test")
                .name("Product Viewed")
                .build());
    }

    private long pending() {
        return customers.number("SELECT count(*) FROM index_outbox");
    }

    /** The versions of all customers that there are. */
    private Map<String, Long> stored() {
        Map<String, Long> versions = new TreeMap<>();
        database.onConnection(connection ->
                        connection.query("SELECT id, version FROM customer").execute())
                .await()
                .atMost(PATIENCE)
                .forEach(row -> versions.put(row.getString(0), row.getLong(1)));
        return versions;
    }

    /** The versions of all documents that readers of the index see; none is there twice. */
    private Map<String, Long> indexed() {
        String index = elasticsearch.uri() + "/customers";
        given().post(index + "/_refresh").then().statusCode(200);
        List<Map<String, Object>> hits = given().get(index + "/_search?version=true&size=1000&_source=false")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("hits.hits");
        Map<String, Long> versions = new TreeMap<>();
        List<String> ids = new ArrayList<>();
        hits.forEach(hit -> {
            ids.add(String.valueOf(hit.get("_id")));
            versions.put(ids.getLast(), Long.valueOf(String.valueOf(hit.get("_version"))));
        });
        assertThat(ids).doesNotHaveDuplicates();
        return versions;
    }
}
