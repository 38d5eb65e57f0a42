package io.clientele.elasticsearch.funnel;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.elasticsearch.common.io.stream.BytesStreamOutput;
import org.elasticsearch.common.io.stream.NamedWriteableAwareStreamInput;
import org.elasticsearch.common.io.stream.NamedWriteableRegistry;
import org.elasticsearch.common.io.stream.StreamInput;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.query.QueryBuilders;
import org.elasticsearch.search.SearchModule;
import org.elasticsearch.search.aggregations.AggregationBuilder;
import org.elasticsearch.search.aggregations.AggregatorFactories;
import org.elasticsearch.search.aggregations.InternalAggregation;
import org.elasticsearch.xcontent.NamedXContentRegistry;
import org.elasticsearch.xcontent.XContentParser;
import org.elasticsearch.xcontent.XContentParserConfiguration;
import org.elasticsearch.xcontent.json.JsonXContent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.clientele.elasticsearch.ClientelePlugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FunnelRequestTest {

    private static final SearchModule SEARCH = new SearchModule(Settings.EMPTY, List.of(new ClientelePlugin()));

    private static final CustomerListing LISTING =
            new CustomerListing("customer_hash", "customer_id", 2, Outcome.CONVERTED, 10_000);

    @Test
    void readsADefaultRequest() throws IOException {
        AggregationBuilder expected = new FunnelAggregationBuilder(
                "f",
                "customer_hash",
                "@timestamp",
                List.of(QueryBuilders.termQuery("event", "a")),
                new FunnelRules(1, 604_800_000, Anchor.ANY, false, FunnelRules.NO_LOWER_BOUND),
                null);
        assertThat(parse("""
                {"entity": "customer_hash", "time": "@timestamp", "window": "7d", "steps": [{"term": {"event": "a"}}]}""")).isEqualTo(expected);
        assertThat(parse("""
                {"entity": "customer_hash", "time": "@timestamp", "window": "604800000ms",
                 "steps": [{"term": {"event": "a"}}]}""")).isEqualTo(expected);
    }

    @Test
    void writesWhatItReads() throws IOException {
        for (AggregationBuilder request : List.of(full(null), full(LISTING))) {
            assertThat(parseAggregations("{" + unwrapped(request.toString()) + "}"))
                    .isEqualTo(request);
        }
        assertThat(full(LISTING)).isNotEqualTo(full(null));
    }

    @Test
    void travelsBetweenNodes() throws IOException {
        for (AggregationBuilder request : List.of(full(null), full(LISTING))) {
            assertThat(throughTheWire(request, AggregationBuilder.class)).isEqualTo(request);
            assertThat(throughTheWire(request, AggregationBuilder.class).hashCode())
                    .isEqualTo(request.hashCode());
        }
    }

    @Test
    void theAnswerTravelsBetweenNodes() throws IOException {
        InternalAggregation answer = new InternalFunnel("f", new long[] {1L << 40, 3, 0}, Map.of("k", "v"));
        InternalFunnel read = (InternalFunnel) throughTheWire(answer, InternalAggregation.class);
        assertThat(read).isEqualTo(answer);
        assertThat(read.counts()).containsExactly(1L << 40, 3, 0);
    }

    @Test
    void answersOfShardsAreAdded() {
        InternalFunnel one = new InternalFunnel("f", new long[] {5, 2}, Map.of());
        try (var reducer = one.sum()) {
            reducer.accept(one);
            reducer.accept(new InternalFunnel("f", new long[] {7, 1}, Map.of()));
            assertThat(((InternalFunnel) reducer.get()).counts()).containsExactly(12, 3);
        }
        assertThat(one.counts()).containsExactly(5, 2);
        assertThat(one).hasToString("{\"f\":{\"meta\":{},\"steps\":[5,2]}}");
        assertThat(one.getProperty(List.of("steps"))).isEqualTo(List.of(5L, 2L));
    }

    @Test
    void theAnswerThatNamesCustomersTravelsBetweenNodes() throws IOException {
        InternalAggregation answer = named(2, 7, new NamedCustomer(Long.MIN_VALUE, "a"), new NamedCustomer(3, "ü"));
        assertThat(throughTheWire(answer, InternalAggregation.class)).isEqualTo(answer);
    }

    @Test
    void theFirstCustomersOfAllShardsAreNamed() {
        InternalFunnelCustomers one = named(3, 2, new NamedCustomer(-5, "b"), new NamedCustomer(9, "x"));
        try (var reducer = one.merge()) {
            reducer.accept(one);
            reducer.accept(
                    named(3, 8, new NamedCustomer(-6, "c"), new NamedCustomer(-5, "a"), new NamedCustomer(1, "d")));
            InternalFunnelCustomers sum = (InternalFunnelCustomers) reducer.get();
            assertThat(sum.customers())
                    .containsExactly(
                            new NamedCustomer(-6, "c"), new NamedCustomer(-5, "a"), new NamedCustomer(-5, "b"));
            assertThat(sum.total()).isEqualTo(10);
            assertThat(sum.counts()).containsExactly(10, 2);
            assertThat(sum.getProperty(List.of("steps"))).isEqualTo(List.of(10L, 2L));
        }
        assertThat(one)
                .hasToString("{\"f\":{\"meta\":{},\"steps\":[5,1],\"customers\":{\"total\":2,\"page\":["
                        + "{\"hash\":-5,\"id\":\"b\"},{\"hash\":9,\"id\":\"x\"}]}}}");
    }

    private static InternalFunnelCustomers named(int size, long total, NamedCustomer... customers) {
        return new InternalFunnelCustomers("f", new long[] {5, 1}, size, total, List.of(customers), Map.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"hash\": \"h\", \"id\": \"i\", \"step\": 3, \"outcome\": \"dropped\", \"size\": 1 | [step]",
                "\"hash\": \"h\", \"id\": \"i\", \"step\": 0, \"outcome\": \"dropped\", \"size\": 1 | [step]",
                "\"hash\": \"h\", \"id\": \"i\", \"step\": 1, \"outcome\": \"lost\", \"size\": 1 | [outcome]",
                "\"hash\": \"h\", \"id\": \"i\", \"step\": 1, \"outcome\": \"dropped\", \"size\": 0 | [size]",
                "\"hash\": \"h\", \"id\": \"i\", \"step\": 1, \"outcome\": \"dropped\", \"size\": 10001 | [size]",
                "\"id\": \"i\", \"step\": 1, \"outcome\": \"dropped\", \"size\": 1 | [hash]",
                "\"hash\": \"h\", \"step\": 1, \"outcome\": \"dropped\", \"size\": 1 | [id]",
                "\"hash\": \"h\", \"id\": \"i\", \"step\": 1, \"outcome\": \"dropped\", \"size\": 1, \"x\": 1 | [x]",
            })
    void refusesAListingNamingTheField(String customers, String field) {
        assertThatThrownBy(() -> parse("""
                {"entity": "c", "time": "t", "window": "1d", "steps": [{"match_all": {}}, {"match_all": {}}],
                 "customers": {%s}}""".formatted(customers)))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(failure -> assertThat(allMessages(failure)).contains(field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'entity': 'c', 'time': 't', 'window': '7d', 'steps': [], 'surprise': 1 | surprise",
                "'entity': 'c', 'time': 't', 'window': '7d', 'steps': [] | steps",
                "'entity': 'c', 'time': 't', 'window': '7d' | steps",
                "'entity': 'c', 'time': 't', 'window': '7d', 'steps': [1, {'match_all': {}}] | [steps] must hold queries",
                "'entity': 'c', 'time': 't', 'window': '7d', 'steps': ['x'] | [steps] must hold queries",
                "'entity': 'c', 'time': 't', 'window': '7d', 'steps': [null] | steps",
                "'entity': 'c', 'time': 't', 'steps': [{'match_all': {}}] | window",
                "'entity': 'c', 'time': 't', 'window': '0ms', 'steps': [{'match_all': {}}] | window",
                "'entity': 'c', 'time': 't', 'window': '-1', 'steps': [{'match_all': {}}] | window",
                "'entity': 'c', 'time': 't', 'window': 'P7D', 'steps': [{'match_all': {}}] | window",
                "'entity': 'c', 'time': 't', 'window': 7, 'steps': [{'match_all': {}}] | window",
                "'entity': 'c', 'time': 't', 'window': '1500micros', 'steps': [{'match_all': {}}] | window",
                "'entity': 'c', 'time': 't', 'window': '1d', 'anchor': 'last', 'steps': [{'match_all': {}}] | anchor",
                "'entity': 'c', 'time': 't', 'window': '1d', 'anchor_from': 'now', 'steps': [{'match_all': {}}] | anchor_from",
                "'entity': 'c', 'time': 't', 'window': '1d', 'strict_increase': 'x', 'steps': [{'match_all': {}}] | strict_increase",
                "'time': 't', 'window': '1d', 'steps': [{'match_all': {}}] | entity",
                "'entity': 'c', 'window': '1d', 'steps': [{'match_all': {}}] | time",
            })
    void refusesNamingTheField(String body, String field) {
        assertThatThrownBy(() -> parse("{" + body.replace('\'', '"') + "}"))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(failure -> assertThat(allMessages(failure)).contains(field));
    }

    @Test
    void refusesThirtyThreeSteps() {
        String steps = "{\"match_all\": {}}, ".repeat(32) + "{\"match_all\": {}}";
        assertThatThrownBy(() -> parse("""
                {"entity": "c", "time": "t", "window": "1d", "steps": [%s]}""".formatted(steps)))
                .satisfies(failure -> assertThat(allMessages(failure)).contains("[steps] must hold 1 to 32 queries"));
    }

    @Test
    void refusesSubaggregations() {
        assertThatThrownBy(() -> parseAggregations("""
                {"f": {"funnel": {"entity": "c", "time": "t", "window": "1d", "steps": [{"match_all": {}}]},
                 "aggs": {"x": {"max": {"field": "y"}}}}}""")).hasMessageContaining("cannot accept sub-aggregations");
    }

    @Test
    void isNeverCollectedInParallel() {
        assertThat(full(LISTING).supportsParallelCollection(field -> 1)).isFalse();
    }

    private static AggregationBuilder full(@Nullable CustomerListing customers) {
        return new FunnelAggregationBuilder(
                        "f",
                        "session_hash",
                        "@timestamp",
                        List.of(
                                QueryBuilders.termQuery("event", "a"),
                                QueryBuilders.rangeQuery("price").gt(3)),
                        new FunnelRules(2, 90_000, Anchor.FIRST_EVER, true, 1_569_888_000_000L),
                        customers)
                .setMetadata(Map.of("why", "test"));
    }

    private static AggregationBuilder parse(String funnel) throws IOException {
        return parseAggregations("{\"f\": {\"funnel\": " + funnel + "}}");
    }

    private static AggregationBuilder parseAggregations(String json) throws IOException {
        XContentParserConfiguration configuration =
                XContentParserConfiguration.EMPTY.withRegistry(new NamedXContentRegistry(SEARCH.getNamedXContents()));
        try (XContentParser parser = JsonXContent.jsonXContent.createParser(configuration, json)) {
            parser.nextToken();
            return AggregatorFactories.parseAggregators(parser)
                    .getAggregatorFactories()
                    .iterator()
                    .next();
        }
    }

    /** A builder writes its name and body without the braces around them when printed inside a request. */
    private static String unwrapped(String printed) {
        String trimmed = printed.strip();
        return trimmed.startsWith("{") ? trimmed.substring(1, trimmed.length() - 1) : trimmed;
    }

    private static <T extends org.elasticsearch.common.io.stream.NamedWriteable> T throughTheWire(
            T sent, Class<T> category) throws IOException {
        NamedWriteableRegistry registry = new NamedWriteableRegistry(SEARCH.getNamedWriteables());
        try (BytesStreamOutput out = new BytesStreamOutput()) {
            out.writeNamedWriteable(sent);
            try (StreamInput in = new NamedWriteableAwareStreamInput(out.bytes().streamInput(), registry)) {
                return Objects.requireNonNull(in.readNamedWriteable(category));
            }
        }
    }

    private static String allMessages(Throwable failure) {
        StringBuilder messages = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            messages.append(cause.getMessage()).append('\n');
        }
        return messages.toString();
    }
}
