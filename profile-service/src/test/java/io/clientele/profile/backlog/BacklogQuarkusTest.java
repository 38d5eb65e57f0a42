package io.clientele.profile.backlog;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.contract.event.EventType;
import io.clientele.contract.event.Money;
import io.clientele.contract.event.Order;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.profile.card.Questions;
import io.clientele.profile.segment.SegmentsStack;
import io.clientele.profile.segment.TestCustomers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static io.clientele.profile.card.Questions.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The fold is off, so that nobody evaluates those whom the scale has changed for. */
@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(SegmentsStack.class)
class BacklogQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ASK = "{ backlog { moves evaluations } }";
    private static final String MEASURE = "mutation { measureValueScale { evaluations } }";

    @Inject
    TestCustomers customers;

    private final Questions questions = new Questions("");

    @BeforeEach
    void awaitService() {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> !questions.answer("admin", ASK, Map.of()).has("errors"));
    }

    @Test
    void countsMovesUntilFunnelServiceHasMadeThem() {
        long before = moves();
        customers.change(transaction -> transaction.query("""
                        INSERT INTO rekey_task (home, since, until, customer_id, decision, not_before)
                        VALUES ('backlog-1', 0, 9, 'backlog-2', 1, now() + interval '1 hour')""").execute().replaceWithVoid());
        assertThat(moves()).isEqualTo(before + 1);

        customers.change(transaction -> transaction
                .query("DELETE FROM rekey_task WHERE home = 'backlog-1'")
                .execute()
                .replaceWithVoid());
        assertThat(moves()).isEqualTo(before);
    }

    @Test
    void measuringTheScaleSendsThoseOfTheOldOneToBeEvaluatedAgain() {
        putBuyer("backlog-buyer-1", "100");
        measured();
        customers.recompute("backlog-buyer-1");
        putBuyer("backlog-buyer-2", "100000");

        long waiting = measured();
        assertThat(waiting).isGreaterThanOrEqualTo(2);
        assertThat(measured()).as("the same scale again").isEqualTo(waiting);

        customers.recompute("backlog-buyer-1");
        customers.recompute("backlog-buyer-2");
        assertThat(admin(ASK).at("/backlog/evaluations").asLong()).isEqualTo(waiting - 2);
    }

    @Test
    void answersOperatorsOnly() {
        for (String question : List.of(ASK, MEASURE)) {
            assertThat(questions
                            .answer("marketer", question, Map.of())
                            .at("/errors/0/extensions/code")
                            .asText())
                    .isEqualTo("FORBIDDEN");
        }
    }

    private long moves() {
        return admin(ASK).at("/backlog/moves").asLong();
    }

    private long measured() {
        return admin(MEASURE).at("/measureValueScale/evaluations").asLong();
    }

    private JsonNode admin(String question) {
        JsonNode answer = questions.answer("admin", question, Map.of());
        assertThat(answer.has("errors")).as(answer.toPrettyString()).isFalse();
        return answer.path("data");
    }

    private void putBuyer(String id, String spent) {
        Instant at = Instant.now().minus(1, ChronoUnit.DAYS);
        customers.put(
                id,
                List.of(event(EventType.TRACK, id, null, at)
                        .name("Order Completed")
                        .order(new Order("order-" + id, Money.parse("revenue", spent, "CNY"), null, null, null, null))
                        .build()));
    }
}
