package io.clientele.contract.condition;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.clientele.contract.condition.Condition.And;
import io.clientele.contract.condition.Condition.Behaviour;
import io.clientele.contract.condition.Condition.EventProperty;
import io.clientele.contract.condition.Condition.Not;
import io.clientele.contract.condition.Condition.Or;
import io.clientele.contract.condition.Condition.Trait;
import io.clientele.contract.condition.CustomerSearch.CustomerCounts;
import io.clientele.contract.condition.CustomerSearch.Page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CustomerSearchTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Behaviour BOUGHT =
            Behaviour.atLeast(2, "Order Completed").withinDays(30);

    @Test
    void countsEachBehaviourOnceForEachCustomer() {
        Behaviour viewed = Behaviour.atLeast(1, "Product Viewed")
                .where(EventProperty.of("product.brand", Operator.ANY_OF, "Acme"));

        assertThat(search(new And(List.of(BOUGHT, new Or(List.of(viewed, BOUGHT)))))
                        .body(Optional.of("u-7")))
                .hasToString("""
                {"size":0,"track_total_hits":false,\
                "query":{"bool":{"should":[%1$s,%2$s]}},\
                "aggs":{"customers":{"composite":{"size":2,\
                "sources":[{"customer_id":{"terms":{"field":"customer_id"}}}],"after":{"customer_id":"u-7"}},\
                "aggs":{"b0":{"filter":%1$s},"b1":{"filter":%2$s}}}}}""".formatted("""
                {"bool":{"filter":[{"term":{"event":"Order Completed"}},\
                {"range":{"@timestamp":{"lte":"2026-03-01T12:00:00.000Z"}}},\
                {"range":{"@timestamp":{"gt":"2026-01-30T12:00:00.000Z"}}}]}}""", """
                {"bool":{"filter":[{"term":{"event":"Product Viewed"}},\
                {"range":{"@timestamp":{"lte":"2026-03-01T12:00:00.000Z"}}},\
                {"terms":{"product.brand":["Acme"]}}]}}"""));
    }

    @Test
    void looksAtEveryoneIfWhoeverDidNothingCanMatch() {
        assertThat(looksAtEveryone(BOUGHT)).isFalse();
        assertThat(looksAtEveryone(new Not(BOUGHT))).isTrue();
        assertThat(looksAtEveryone(new And(List.of(BOUGHT, new Not(BOUGHT))))).isFalse();
        assertThat(looksAtEveryone(new Or(List.of(BOUGHT, Trait.of("plan", Operator.EXISTS)))))
                .isTrue();
        assertThat(looksAtEveryone(new Not(new Or(List.of(new Not(BOUGHT), Trait.of("plan", Operator.EXISTS))))))
                .isFalse();
    }

    @Test
    void readsCountsAndWhereTheNextPageBegins() throws JsonProcessingException {
        Page page = search(BOUGHT).page(answer(0, false));

        assertThat(page.customers())
                .containsExactly(
                        new CustomerCounts("u-1", Map.of(BOUGHT, 3L)), new CustomerCounts("u-2", Map.of(BOUGHT, 0L)));
        assertThat(page.next()).contains("u-2");
        assertThat(new CustomerCondition(BOUGHT)
                        .search(NOW, 3)
                        .page(answer(0, false))
                        .next())
                .isEmpty();
    }

    @Test
    void refusesPartialAnswers() {
        assertThatIllegalArgumentException().isThrownBy(() -> search(BOUGHT).page(answer(1, false)));
        assertThatIllegalArgumentException().isThrownBy(() -> search(BOUGHT).page(answer(0, true)));
    }

    @Test
    void refusesAnswersOfOtherSearches() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> search(BOUGHT).page(new JsonMapper().readTree("{\"hits\":{}}")));
    }

    @Test
    void refusesPagesOutsideTheirRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CustomerCondition(BOUGHT).search(NOW, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new CustomerCondition(BOUGHT).search(NOW, 10_001));
    }

    @Test
    void refusesToGuessWhatItDidNotCount() {
        CustomerCounts counts = new CustomerCounts("u-1", Map.of(BOUGHT, 3L));

        assertThat(counts.count(BOUGHT)).isEqualTo(3);
        assertThatIllegalArgumentException().isThrownBy(() -> counts.count(Behaviour.atLeast(1, "Other")));
    }

    private static CustomerSearch search(Condition condition) {
        return new CustomerCondition(condition).search(NOW, 2);
    }

    private static boolean looksAtEveryone(Condition condition) {
        return search(condition).body(Optional.empty()).path("query").has("range");
    }

    private static JsonNode answer(int failedShards, boolean timedOut) throws JsonProcessingException {
        return new JsonMapper().readTree("""
                {"timed_out":%s,"_shards":{"failed":%d},"aggregations":{"customers":{"buckets":[
                  {"key":{"customer_id":"u-1"},"doc_count":9,"b0":{"doc_count":3}},
                  {"key":{"customer_id":"u-2"},"doc_count":1,"b0":{"doc_count":0}}]}}}
                """.formatted(timedOut, failedShards));
    }
}
