package io.clientele.profile.edit;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.database.Database;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.profile.card.Questions;
import io.clientele.profile.erasure.ErasureStack;
import io.clientele.profile.fold.FakeFunnel;
import io.clientele.profile.fold.ReadOnlyPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Every kind of change while PostgreSQL takes no writes, and the same changes, by the same keys, afterwards. */
@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeFunnel.class)
@WithTestResource(ErasureStack.class)
class ReadOnlyMutationsQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final List<String> TABLES = List.of(
            "mutation_key",
            "tag",
            "segment",
            "segment_version",
            "segment_listed",
            "counter",
            "customer_tag",
            "customer_tag_change",
            "erasure_request",
            "erasure_home");

    /** What is asked for, under the input's type. */
    private record Change(String operation, String type, String answer, Map<String, ?> input) {}

    private static final List<Change> CHANGES = List.of(
            new Change(
                    "setTraits",
                    "SetTraitsInput",
                    "applied",
                    Map.of("key", "ro-1", "customer", "ro-user", "traits", "{\"level\": 7}")),
            new Change(
                    "addTag",
                    "ChangeTagInput",
                    "id",
                    Map.of("key", "ro-2", "customer", "ro-user", "tag", "ro-friend", "reason", "asked")),
            new Change(
                    "defineTag",
                    "DefineTagInput",
                    "id",
                    Map.of("key", "ro-3", "id", "ro-tag", "name", "Tag", "kind", "MANUAL")),
            new Change(
                    "defineSegment",
                    "DefineSegmentInput",
                    "id",
                    Map.of(
                            "key",
                            "ro-4",
                            "id",
                            "ro-segment",
                            "name",
                            "Segment",
                            "kind",
                            "CONDITION",
                            "condition",
                            Map.of("behaviour", Map.of("event", "Order Placed", "atLeast", 2, "withinDays", 7)))),
            new Change(
                    "eraseCustomer", "EraseCustomerInput", "state", Map.of("key", "ro-5", "customer", "ro-leaving")));

    @ConfigProperty(name = "clientele.funnel.url")
    String feed;

    @Inject
    Database database;

    @Test
    void doesNothingByHalvesAndTheSameOnceItCan() {
        Questions questions = new Questions(feed);
        for (String user : List.of("ro-user", "ro-leaving")) {
            questions.append(Questions.identified(user, null, Instant.now().minus(Duration.ofHours(1)), user));
            questions.awaitTrait(user, user);
        }
        change(
                questions,
                new Change(
                        "defineTag",
                        "DefineTagInput",
                        "id",
                        Map.of("key", "ro-0", "id", "ro-friend", "name", "Friend", "kind", "MANUAL")));
        Map<String, Long> rows = rows();
        String events = given().get(feed + "/documents").asString();

        try (ReadOnlyPostgres _ = ReadOnlyPostgres.begin()) {
            for (Change change : CHANGES) {
                // At first connections may be met that were ended.
                await(change.operation)
                        .atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(ask(questions, change)
                                        .at("/errors/0/extensions/code")
                                        .asText())
                                .isEqualTo("DATABASE_READ_ONLY"));
            }
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(rows()).isEqualTo(rows));
            assertThat(given().get(feed + "/documents").asString()).isEqualTo(events);
        }

        CHANGES.forEach(change -> change(questions, change));
        assertThat(number("SELECT count(*) FROM customer_tag WHERE customer_id = 'ro-user' AND tag_id = 'ro-friend'"))
                .isEqualTo(1);
        assertThat(number("SELECT count(*) FROM tag WHERE id = 'ro-tag'")).isEqualTo(1);
        assertThat(number("SELECT count(*) FROM segment WHERE id = 'ro-segment'"))
                .isEqualTo(1);
        assertThat(number("SELECT count(*) FROM erasure_request"))
                .isEqualTo(rows.getOrDefault("erasure_request", 0L) + 1);
        questions.awaitTrait("ro-user", "\"level\":7");
        await().atMost(PATIENCE)
                .until(() -> number("SELECT count(*) FROM erasure_request WHERE finished_at IS NULL") == 0);
    }

    private static void change(Questions questions, Change change) {
        await(change.operation)
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(ask(questions, change).path("errors")).isEmpty());
    }

    private static JsonNode ask(Questions questions, Change change) {
        return questions.answer(
                "admin",
                "mutation($in: " + change.type + "!) { " + change.operation + "(input: $in) { " + change.answer
                        + " } }",
                Map.of("in", change.input));
    }

    private Map<String, Long> rows() {
        Map<String, Long> rows = new LinkedHashMap<>();
        TABLES.forEach(table -> rows.put(table, number("SELECT count(*) FROM " + table)));
        return rows;
    }

    private long number(String query) {
        return database.onConnection(connection -> connection.query(query).execute())
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .atMost(PATIENCE);
    }
}
