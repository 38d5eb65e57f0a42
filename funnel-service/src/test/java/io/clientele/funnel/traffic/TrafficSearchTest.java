package io.clientele.funnel.traffic;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import static io.clientele.funnel.question.Questions.assertSearch;
import static io.clientele.funnel.question.Questions.json;
import static org.assertj.core.api.Assertions.assertThat;

class TrafficSearchTest {

    private static final String VISITS = """
            {"views": {
               "filter": {"bool": {
                 "should": [{"terms": {"type": ["page", "screen"]}}, {"term": {"event": "Product Viewed"}}],
                 "minimum_should_match": 1}},
               "aggs": {"visitors": {"funnel": {"entity": "customer_hash", "time": "@timestamp", "window": "1ms",
                 "steps": [{"match_all": {}}]}}}},
             "sessions": {"funnel": {"entity": "session_hash", "time": "@timestamp", "window": "1ms",
               "steps": [{"match_all": {}}]}},
             "dwell": {"stats": {"field": "page.dwell_ms"}}}
            """;

    private final TrafficQuestion question = new TrafficInput(
                    Instant.parse("2019-10-01T00:00:00Z"),
                    Instant.parse("2019-11-01T00:00:00Z"),
                    Interval.DAY,
                    "Asia/Shanghai")
            .question(ZoneId.of("UTC"));

    @Test
    void cutsRangeByTheZonesCalendarAndKeepsEmptyIntervals() {
        assertSearch(TrafficSearch.body(question), """
                {
                  "size": 0,
                  "track_total_hits": false,
                  "query": {"bool": {"filter": [
                    {"range": {"@timestamp":
                      {"gte": 1569888000000, "lt": 1572566400000, "format": "epoch_millis"}}}]}},
                  "aggs": {
                    "buckets": {
                      "date_histogram": {
                        "field": "@timestamp",
                        "calendar_interval": "day",
                        "time_zone": "Asia/Shanghai",
                        "min_doc_count": 0,
                        "extended_bounds": {"min": 1569888000000, "max": 1572566399999}},
                      "aggs": %1$s},
                    "total": {"filter": {"match_all": {}}, "aggs": %1$s}}
                }
                """.formatted(VISITS));
    }

    @Test
    void readsBucketsAndTotal() {
        JsonNode answer = json("""
                {"aggregations": {
                  "buckets": {"buckets": [
                    {"key": 1569859200000, "doc_count": 4,
                     "views": {"doc_count": 3, "visitors": {"steps": [2]}},
                     "sessions": {"steps": [2]},
                     "dwell": {"count": 2, "sum": 90000.0, "avg": 45000.0}},
                    {"key": 1569945600000, "doc_count": 0,
                     "views": {"doc_count": 0, "visitors": {"steps": [0]}},
                     "sessions": {"steps": [0]},
                     "dwell": {"count": 0, "sum": 0.0, "avg": null}}]},
                  "total": {"doc_count": 4,
                    "views": {"doc_count": 3, "visitors": {"steps": [2]}},
                    "sessions": {"steps": [2]},
                    "dwell": {"count": 2, "sum": 90000.0, "avg": 45000.0}}}}
                """);
        Visits day = new Visits(3, 2, 2, 90_000, 45_000.0);
        assertThat(TrafficSearch.read(question, answer))
                .isEqualTo(new Traffic(
                        "Asia/Shanghai",
                        List.of(
                                new TrafficBucket(Instant.parse("2019-09-30T16:00:00Z"), day),
                                new TrafficBucket(Instant.parse("2019-10-01T16:00:00Z"), new Visits(0, 0, 0, 0, null))),
                        day));
    }
}
