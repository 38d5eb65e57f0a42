package io.clientele.localstack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static io.clientele.localstack.EventIndex.part;
import static org.assertj.core.api.Assertions.assertThat;

/** The aggregation {@code funnel} in a real node, over several shards and segments, against trying every sequence. */
class FunnelAggregationTest {

    private static final String SOME_FUNNEL = new FunnelQuery(false, List.of("a", "b"), 10, false, false, null).json();

    private static EventIndex index;
    private static List<ShopEvent> live;

    @BeforeAll
    static void storeRandomEvents() throws IOException {
        index = new EventIndex("funnel-random");
        List<ShopEvent> stored = ShopEvent.random(new Random(20_260_301), 120, 900);
        for (int part = 0; part < 5; part++) {
            index.store(stored.subList(part * 180, (part + 1) * 180));
        }
        List<ShopEvent> deleted = IntStream.range(0, 90)
                .mapToObj(number -> stored.get(number * 10))
                .toList();
        index.delete(deleted);
        live = stored.stream().filter(event -> !deleted.contains(event)).toList();
    }

    @AfterAll
    static void removeIndex() throws IOException {
        index.close();
    }

    static List<FunnelQuery> queries() {
        List<FunnelQuery> queries = new ArrayList<>();
        for (boolean bySession : new boolean[] {false, true}) {
            for (boolean strict : new boolean[] {false, true}) {
                queries.add(new FunnelQuery(bySession, List.of("a", "b", "c", "d"), 12, false, strict, null));
            }
            queries.add(new FunnelQuery(bySession, List.of("a", "b", "c"), 30, true, false, null));
            queries.add(new FunnelQuery(bySession, List.of("a", "b", "c"), 30, true, false, 10));
            queries.add(new FunnelQuery(bySession, List.of("a", "a", "b"), 20, false, false, 10));
            queries.add(new FunnelQuery(bySession, List.of("c"), 1, false, false, null));
            queries.add(new FunnelQuery(bySession, List.of("c"), 1, false, false, 30));
            queries.add(new FunnelQuery(bySession, List.of("c"), 1, true, false, 30));
        }
        return queries;
    }

    @Test
    void theRandomEventsLieInSeveralShardsAndSegments() throws IOException {
        Map<String, Object> segments =
                index.send("GET", "/funnel-random/_segments", "").body();
        assertThat(segments.toString().split("num_search_segments", -1)).hasSize(4);
        assertThat(segments.toString().split("deleted_docs=", -1)).hasSizeGreaterThan(4);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void countsAsTryingEverySequenceDoes(FunnelQuery query) throws IOException {
        assertThat(steps(index.aggregate(query.json()))).isEqualTo(query.count(live));
        assertThat(query.count(live).getFirst()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void countsInEachBucketOfTerms(FunnelQuery query) throws IOException {
        Map<String, Object> answer = index.aggregate("""
                {"terms": {"field": "country"}, "aggs": {"f": %s}}""".formatted(query.json()));
        assertThat(stepsByBucket(answer, "key")).isEqualTo(expectedBy(query, ShopEvent::country));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void countsInEachBucketOfADateHistogram(FunnelQuery query) throws IOException {
        Map<String, Object> answer = index.aggregate("""
                {"date_histogram": {"field": "@timestamp", "fixed_interval": "1d", "format": "dd"}, "aggs": {"f": %s}}""".formatted(query.json()));
        assertThat(stepsByBucket(answer, "key_as_string"))
                .isEqualTo(expectedBy(query, event -> event.hour() == null ? "" : "0" + (1 + event.at() / 24)));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void countsInNestedBuckets(FunnelQuery query) throws IOException {
        Map<String, Object> answer = index.aggregate("""
                {"date_histogram": {"field": "@timestamp", "fixed_interval": "1d", "format": "dd"}, "aggs": {
                 "t": {"terms": {"field": "country", "collect_mode": "breadth_first"}, "aggs": {"f": %s}}}}""".formatted(query.json()));
        Map<String, List<Long>> counted = new TreeMap<>();
        for (Map<String, Object> day : buckets(answer)) {
            stepsByBucket(part(day, "t"), "key")
                    .forEach((country, steps) -> counted.put(day.get("key_as_string") + country, steps));
        }
        assertThat(counted)
                .isEqualTo(expectedBy(
                        query, event -> event.hour() == null ? "" : "0" + (1 + event.at() / 24) + event.country()));
    }

    /** Filters overlap, so that a document is in several buckets. */
    @ParameterizedTest
    @MethodSource("queries")
    void countsInOverlappingFilters(FunnelQuery query) throws IOException {
        Map<String, Object> answer = index.aggregate("""
                {"filters": {"filters": {"all": {"match_all": {}}, "de": {"term": {"country": "de"}},
                 "b": {"term": {"event": "b"}}}}, "aggs": {"f": %s}}""".formatted(query.json()));
        Map<String, Object> filters = part(answer, "buckets");
        assertThat(steps(part(part(filters, "all"), "f"))).isEqualTo(query.count(live));
        assertThat(steps(part(part(filters, "de"), "f")))
                .isEqualTo(query.count(live.stream()
                        .filter(event -> event.country().equals("de"))
                        .toList()));
        assertThat(steps(part(part(filters, "b"), "f")))
                .isEqualTo(query.count(live.stream()
                        .filter(event -> event.names().contains("b"))
                        .toList()));
    }

    @Test
    void countsThroughAFilteredAlias() throws IOException {
        assertThat(index.send("POST", "/_aliases", """
                {"actions": [{"add": {"index": "funnel-random", "alias": "funnel-french",
                 "filter": {"term": {"country": "fr"}}}}]}""").status()).isEqualTo(200);
        FunnelQuery query = new FunnelQuery(false, List.of("a", "b", "c"), 30, false, false, null);
        EventIndex.Answer answer =
                index.send("POST", "/funnel-french/_search?size=0", "{\"aggs\": {\"f\": " + query.json() + "}}");
        assertThat(steps(part(part(answer.body(), "aggregations"), "f")))
                .isEqualTo(query.count(live.stream()
                        .filter(event -> event.country().equals("fr"))
                        .toList()));
    }

    @Test
    void stepsMayBeAnyQuery() throws IOException {
        String funnel = """
                {"funnel": {"entity": "customer_hash", "time": "@timestamp", "window": "10h", "steps": [
                  {"bool": {"must": [{"terms": {"event": ["a"]}}], "must_not": [{"term": {"event": "zzz"}}]}},
                  {"bool": {"filter": [{"wildcard": {"event": "?"}}, {"query_string": {"query": "event:b"}}]}}]}}""";
        assertThat(index.aggregate(funnel)).isEqualTo(index.aggregate(SOME_FUNNEL));
    }

    @Test
    void emptyBucketsHoldZeros() throws IOException {
        Map<String, Object> answer =
                index.aggregate("""
                {"date_histogram": {"field": "@timestamp", "fixed_interval": "1d", "format": "dd",
                 "extended_bounds": {"min": %d, "max": %d}}, "aggs": {"f": %s}}""".formatted(ShopEvent.epochMillis(0), ShopEvent.epochMillis(24 * 8), SOME_FUNNEL));
        assertThat(stepsByBucket(answer, "key_as_string")).containsEntry("07", List.of(0L, 0L));
    }

    @Test
    void anIndexWithoutTheFieldsCountsNobody() throws IOException {
        try (EventIndex empty = new EventIndex("funnel-empty")) {
            assertThat(steps(empty.aggregate(SOME_FUNNEL))).containsExactly(0L, 0L);
            assertThat(steps(empty.aggregate(SOME_FUNNEL.replace("customer_hash", "absent"))))
                    .containsExactly(0L, 0L);
            assertThat(steps(empty.aggregate(SOME_FUNNEL.replace("@timestamp", "absent"))))
                    .containsExactly(0L, 0L);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "customer_hash | country | [entity] of a funnel must be a field of type [long]",
                "@timestamp | customer_hash | [time] of a funnel must be a field of type [date]",
                "window\": \"10h | window\": \"0h | [window] must be at least 1ms",
                "strict_increase | surprise | [surprise]",
                "{\"term\": {\"event\": \"a\"}} | {\"nonsense\": {}} | [nonsense]",
                "{\"term\": {\"event\": \"a\"}} | 1 | steps",
                "{\"term\": {\"event\": \"a\"}}, {\"term\": {\"event\": \"b\"}} | '' | [steps] must hold 1 to 32",
            })
    void refusesWithAClearError(String part, String replacement, String message) throws IOException {
        assertThat(SOME_FUNNEL).contains(part);
        EventIndex.Answer answer = index.search(SOME_FUNNEL.replace(part, replacement));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().toString()).contains(message);
    }

    @Test
    void refusesADocumentOfTwoEntities() throws IOException {
        try (EventIndex two = new EventIndex("funnel-two-entities")) {
            two.bulk("""
                    {"index": {}}
                    {"event": "a", "session_hash": [1, 2], "@timestamp": 5}
                    """);
            EventIndex.Answer answer = two.search(SOME_FUNNEL.replace("customer_hash", "session_hash"));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().toString()).contains("one value of [session_hash] in each document, found 2");
        }
    }

    /** One customer, so that one shard alone needs more than the limit, whatever the other shards do meanwhile. */
    @Test
    void memoryIsAccountedForAndGivenBack() throws IOException {
        try (EventIndex heavy = new EventIndex("funnel-heavy")) {
            heavy.store(ShopEvent.random(new Random(7), 1, 5_000));
            limitRequestMemory("\"40kb\"");
            try {
                assertThat(heavy.search("{\"value_count\": {\"field\": \"event\"}}")
                                .status())
                        .isEqualTo(200);
                EventIndex.Answer answer = heavy.search(SOME_FUNNEL);
                assertThat(answer.status()).isEqualTo(429);
                assertThat(answer.body().toString()).contains("circuit_breaking_exception");
            } finally {
                limitRequestMemory("null");
            }
            heavy.aggregate(SOME_FUNNEL);
        }
        Map<String, Object> breakers =
                index.send("GET", "/_nodes/stats/breaker", "").body();
        assertThat(breakers.toString()).containsPattern("request=\\{[^}]*estimated_size_in_bytes=0,");
    }

    private static void limitRequestMemory(String limit) throws IOException {
        assertThat(index.send(
                                "PUT",
                                "/_cluster/settings",
                                "{\"persistent\": {\"indices.breaker.request.limit\": " + limit + "}}")
                        .status())
                .isEqualTo(200);
    }

    private static Map<String, List<Long>> expectedBy(FunnelQuery query, Function<ShopEvent, String> bucket) {
        Map<String, List<Long>> expected = new TreeMap<>();
        live.stream()
                .collect(Collectors.groupingBy(bucket))
                .forEach((key, events) -> expected.put(key, query.count(events)));
        expected.remove("");
        return expected;
    }

    private static Map<String, List<Long>> stepsByBucket(Map<String, Object> aggregation, String key) {
        Map<String, List<Long>> steps = new LinkedHashMap<>();
        for (Map<String, Object> bucket : buckets(aggregation)) {
            steps.put(String.valueOf(bucket.get(key)), steps(part(bucket, "f")));
        }
        return steps;
    }

    private static List<Map<String, Object>> buckets(Map<String, Object> aggregation) {
        return EventIndex.list(aggregation, "buckets");
    }

    private static List<Long> steps(Map<String, Object> funnel) {
        return EventIndex.<Number>list(funnel, "steps").stream()
                .map(Number::longValue)
                .toList();
    }
}
