package io.clientele.funnel.store;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.clientele.contract.index.RejectedEventsIndex;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.funnel.StackResource;
import io.clientele.funnel.question.Graphql;
import io.clientele.funnel.question.SentEvents;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(SigningKeys.class)
class RejectedEventsCapQuarkusTest {

    private static final int TOGETHER = 10;
    private static final String NEWEST = "{ rejectedEvents(first: 1000) { totalCount edges { node { messageId } } } }";

    @Test
    void keepsTheNewestWhenThereAreTooMany() {
        int sent = StackResource.REJECTED_KEPT + 70;
        List<Map<String, Object>> nameless = IntStream.range(0, sent)
                .mapToObj(i -> Map.<String, Object>of("type", "track", "messageId", "capped-" + i, "userId", "u"))
                .toList();
        // Those of one request are equally old.
        for (int from = 0; from < sent; from += TOGETHER) {
            SentEvents.post(nameless.subList(from, from + TOGETHER))
                    .statusCode(200)
                    .body("rejected", equalTo(TOGETHER));
        }

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            SentEvents.refresh(RejectedEventsIndex.ALIAS);
            assertThat(kept()).hasSize(StackResource.REJECTED_KEPT);
        });
        assertThat(kept()).contains("capped-" + (sent - 1)).doesNotContain("capped-0");
    }

    private static List<String> kept() {
        return Graphql.ask(NEWEST, Map.of()).extract().jsonPath().getList("data.rejectedEvents.edges.node.messageId");
    }
}
