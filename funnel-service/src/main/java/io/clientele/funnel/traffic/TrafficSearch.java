package io.clientele.funnel.traffic;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.funnel.funnel.FunnelAggregation;

/** Writes a question about traffic as a search, and reads the answer. */
final class TrafficSearch {

    private static final String BUCKETS = "buckets";
    private static final String TOTAL = "total";
    private static final String VIEWS = "views";
    private static final String VISITORS = "visitors";
    private static final String SESSIONS = "sessions";
    private static final String DWELL = "dwell";

    private TrafficSearch() {}

    static ObjectNode body(TrafficQuestion question) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("size", 0).put("track_total_hits", false);
        body.putObject("query")
                .putObject("bool")
                .putArray("filter")
                .add(question.range().query("@timestamp"));
        ObjectNode aggregations = body.putObject("aggs");
        ObjectNode buckets = aggregations.putObject(BUCKETS);
        histogram(buckets.putObject("date_histogram"), question);
        visits(buckets.putObject("aggs"));
        ObjectNode total = aggregations.putObject(TOTAL);
        total.putObject("filter").putObject("match_all");
        visits(total.putObject("aggs"));
        return body;
    }

    private static void histogram(ObjectNode histogram, TrafficQuestion question) {
        histogram
                .put("field", "@timestamp")
                .put("calendar_interval", question.interval().calendarName())
                .put("time_zone", question.zone().getId())
                .put("min_doc_count", 0);
        // An hour without a visit is an answer too.
        histogram
                .putObject("extended_bounds")
                .put("min", question.range().fromMillis())
                .put("max", question.range().toMillis() - 1);
    }

    private static void visits(ObjectNode aggregations) {
        ObjectNode views = aggregations.putObject(VIEWS);
        views.set("filter", pageView());
        views.putObject("aggs").set(VISITORS, FunnelAggregation.distinct("customer_hash"));
        aggregations.set(SESSIONS, FunnelAggregation.distinct("session_hash"));
        aggregations.putObject(DWELL).putObject("stats").put("field", "page.dwell_ms");
    }

    private static ObjectNode pageView() {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        ObjectNode either = query.putObject("bool");
        ArrayNode should = either.putArray("should");
        should.addObject().putObject("terms").putArray("type").add("page").add("screen");
        should.addObject().putObject("term").put("event", "Product Viewed");
        either.put("minimum_should_match", 1);
        return query;
    }

    static Traffic read(TrafficQuestion question, JsonNode answer) {
        JsonNode aggregations = answer.required("aggregations");
        List<TrafficBucket> buckets = aggregations
                .required(BUCKETS)
                .required("buckets")
                .valueStream()
                .map(bucket -> new TrafficBucket(
                        Instant.ofEpochMilli(bucket.required("key").asLong()), visits(bucket)))
                .toList();
        return new Traffic(question.zone().getId(), buckets, visits(aggregations.required(TOTAL)));
    }

    private static Visits visits(JsonNode span) {
        JsonNode views = span.required(VIEWS);
        JsonNode dwell = span.required(DWELL);
        boolean dwelt = dwell.required("count").asLong() > 0;
        return new Visits(
                views.required("doc_count").asLong(),
                FunnelAggregation.distinctCount(views.required(VISITORS)),
                FunnelAggregation.distinctCount(span.required(SESSIONS)),
                (long) dwell.required("sum").asDouble(),
                dwelt ? dwell.required("avg").asDouble() : null);
    }
}
