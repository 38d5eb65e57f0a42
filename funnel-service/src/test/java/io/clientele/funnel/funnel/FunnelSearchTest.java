package io.clientele.funnel.funnel;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.edge.funnel.FunnelAnchor;
import io.clientele.edge.funnel.FunnelBreakdownInput;
import io.clientele.edge.funnel.FunnelEntity;
import io.clientele.edge.funnel.FunnelInput;
import io.clientele.edge.funnel.FunnelStepInput;

import static io.clientele.funnel.question.Questions.assertSearch;
import static io.clientele.funnel.question.Questions.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FunnelSearchTest {

    @Test
    void asksPluginAboutEventsThatAreSomeStep() {
        assertSearch(
                FunnelSearch.body(
                        question(FunnelAnchor.ANY, null, "Product Viewed", "Order Completed", "Order Completed")),
                """
                {
                  "size": 0,
                  "track_total_hits": false,
                  "query": {"bool": {"filter": [
                    {"range": {"@timestamp":
                      {"gte": 1569888000000, "lt": 1572566400000, "format": "epoch_millis"}}},
                    {"bool": {
                      "should": [{"term": {"event": "Product Viewed"}}, {"term": {"event": "Order Completed"}}],
                      "minimum_should_match": 1}}
                  ]}},
                  "aggs": {"funnel": {"funnel": {
                    "entity": "customer_hash",
                    "time": "@timestamp",
                    "window": "604800000ms",
                    "anchor": "any",
                    "strict_increase": true,
                    "steps": [
                      {"term": {"event": "Product Viewed"}},
                      {"term": {"event": "Order Completed"}},
                      {"term": {"event": "Order Completed"}}]
                  }}}
                }
                """);
    }

    @Test
    void looksBeforeTheRangeForTheFirstEver() {
        assertSearch(FunnelSearch.body(question(FunnelAnchor.FIRST_EVER, null, "Order Completed")), """
                {
                  "size": 0,
                  "track_total_hits": false,
                  "query": {"bool": {"filter": [
                    {"range": {"@timestamp": {"lt": 1572566400000, "format": "epoch_millis"}}},
                    {"bool": {"should": [{"term": {"event": "Order Completed"}}], "minimum_should_match": 1}}
                  ]}},
                  "aggs": {"funnel": {"funnel": {
                    "entity": "customer_hash",
                    "time": "@timestamp",
                    "window": "604800000ms",
                    "anchor": "first_ever",
                    "strict_increase": true,
                    "anchor_from": 1569888000000,
                    "steps": [{"term": {"event": "Order Completed"}}]
                  }}}
                }
                """);
    }

    @Test
    void wrapsFunnelInValuesAndInEventsWithoutOne() {
        FunnelQuestion question = question(FunnelAnchor.ANY, new Breakdown("channel", 3), "A");
        JsonNode funnel = json(
                FunnelSearch.body(question).required("aggs").required("funnel").toString());
        JsonNode aggregations =
                json(FunnelSearch.body(question).required("aggs").toString());
        assertThat(aggregations.at("/values/terms")).isEqualTo(json("{\"field\": \"channel\", \"size\": 3}"));
        assertThat(aggregations.at("/values/aggs/funnel")).isEqualTo(funnel);
        assertThat(aggregations.at("/without/missing")).isEqualTo(json("{\"field\": \"channel\"}"));
        assertThat(aggregations.at("/without/aggs/funnel")).isEqualTo(funnel);
    }

    @Test
    void asksForValuesByNameIfShardsMayHaveHeldSomeBack() {
        FunnelQuestion question = question(FunnelAnchor.ANY, new Breakdown("channel", 3), "A");
        List<String> doubtful = FunnelSearch.doubtful(brokenDown(4));
        assertThat(doubtful).containsExactly("app", "pc");
        assertThat(FunnelSearch.body(question, doubtful).at("/aggs/values/terms/include"))
                .isEqualTo(json("[\"app\", \"pc\"]"));
        assertThat(FunnelSearch.doubtful(brokenDown(0))).isEmpty();
    }

    @Test
    void readsSharesOfStartAndOfStepBefore() {
        JsonNode answer = json("{\"aggregations\": {\"funnel\": {\"steps\": [8, 4, 1]}}}");
        assertThat(FunnelSearch.read(question(FunnelAnchor.ANY, null, "A", "B", "C"), answer))
                .isEqualTo(new Funnel(
                        List.of(
                                new FunnelStep("A", 8, 1.0, 1.0),
                                new FunnelStep("B", 4, 0.5, 0.5),
                                new FunnelStep("C", 1, 0.125, 0.25)),
                        null,
                        false));
    }

    @Test
    void readsNoShareOfNobody() {
        JsonNode answer = json("{\"aggregations\": {\"funnel\": {\"steps\": [5, 0, 0]}}}");
        assertThat(FunnelSearch.read(question(FunnelAnchor.ANY, null, "A", "B", "C"), answer)
                        .steps())
                .containsExactly(
                        new FunnelStep("A", 5, 1.0, 1.0),
                        new FunnelStep("B", 0, 0.0, 0.0),
                        new FunnelStep("C", 0, 0.0, null));
        JsonNode nobody = json("{\"aggregations\": {\"funnel\": {\"steps\": [0]}}}");
        assertThat(FunnelSearch.read(question(FunnelAnchor.ANY, null, "A"), nobody)
                        .steps())
                .containsExactly(new FunnelStep("A", 0, null, null));
    }

    @Test
    void readsBreakdownWithMostStartersFirst() {
        FunnelQuestion question = question(FunnelAnchor.ANY, new Breakdown("channel", 2), "A");
        Funnel funnel = FunnelSearch.read(question, brokenDown(0));
        assertThat(funnel.breakdown())
                .containsExactly(
                        new FunnelBreakdown("pc", List.of(new FunnelStep("A", 5, 1.0, 1.0))),
                        new FunnelBreakdown("app", List.of(new FunnelStep("A", 4, 1.0, 1.0))),
                        new FunnelBreakdown(null, List.of(new FunnelStep("A", 1, 1.0, 1.0))));
        assertThat(funnel.breakdownTruncated()).isTrue();
    }

    @Test
    void refusesAnswerToAnotherQuestion() {
        JsonNode answer = json("{\"aggregations\": {\"funnel\": {\"steps\": [5]}}}");
        assertThatThrownBy(() -> FunnelSearch.read(question(FunnelAnchor.ANY, null, "A", "B"), answer))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static JsonNode brokenDown(int errorBound) {
        return json("""
                {"aggregations": {
                  "funnel": {"steps": [9]},
                  "values": {
                    "doc_count_error_upper_bound": %d,
                    "sum_other_doc_count": 1,
                    "buckets": [
                      {"key": "app", "doc_count": 9, "funnel": {"steps": [4]}},
                      {"key": "pc", "doc_count": 7, "funnel": {"steps": [5]}}]},
                  "without": {"doc_count": 2, "funnel": {"steps": [1]}}}}
                """.formatted(errorBound));
    }

    private static FunnelQuestion question(FunnelAnchor anchor, @Nullable Breakdown breakdown, String... events) {
        return FunnelReading.question(new FunnelInput(
                List.of(events).stream()
                        .map(event -> new FunnelStepInput(event, null, null))
                        .toList(),
                "P7D",
                anchor,
                true,
                FunnelEntity.CUSTOMER,
                Instant.parse("2019-10-01T00:00:00Z"),
                Instant.parse("2019-11-01T00:00:00Z"),
                breakdown == null ? null : new FunnelBreakdownInput(breakdown.field(), breakdown.limit())));
    }
}
