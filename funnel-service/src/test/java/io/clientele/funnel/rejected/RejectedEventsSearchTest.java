package io.clientele.funnel.rejected;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.clientele.edge.page.PageRequest;
import io.clientele.funnel.question.TimeRange;

import static io.clientele.funnel.question.Questions.assertSearch;
import static io.clientele.funnel.question.Questions.json;
import static org.assertj.core.api.Assertions.assertThat;

class RejectedEventsSearchTest {

    @Test
    void asksForNewestOfOneReason() {
        TimeRange received =
                TimeRange.of("", Instant.parse("2019-10-01T00:00:00Z"), Instant.parse("2019-11-01T00:00:00Z"));
        assertSearch(RejectedEventsSearch.body(new PageRequest(50, null, false), "MISSING_FIELD", received), """
                {"query": {"bool": {"filter": [
                   {"range": {"received_at":
                     {"gte": 1569888000000, "lt": 1572566400000, "format": "epoch_millis"}}},
                   {"term": {"code": "MISSING_FIELD"}}]}},
                 "size": 51,
                 "track_total_hits": true,
                 "sort": [{"received_at": "desc"}, {"_seq_no": "desc"}]}
                """);
    }

    @Test
    void readsWhatIsThere() {
        assertThat(RejectedEvent.of(
                        json("{\"received_at\": \"2019-10-01T00:00:00.000Z\", \"source\": \"s\", \"code\": \"C\"}")))
                .isEqualTo(new RejectedEvent(Instant.parse("2019-10-01T00:00:00Z"), "s", "C", null, null, null, null));
    }
}
