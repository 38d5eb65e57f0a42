package io.clientele.funnel.sales;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.funnel.question.Amount;

import static io.clientele.funnel.question.Questions.assertRefused;
import static io.clientele.funnel.question.Questions.assertSearch;
import static io.clientele.funnel.question.Questions.json;
import static org.assertj.core.api.Assertions.assertThat;

class SalesSearchTest {

    @Test
    void countsCustomersAndOrdersAndSumsByCurrency() {
        SalesInput input =
                new SalesInput(Instant.parse("2019-10-01T00:00:00Z"), Instant.parse("2019-11-01T00:00:00Z"), null);
        assertSearch(SalesSearch.body(input.question()), """
                {
                  "size": 0,
                  "track_total_hits": false,
                  "query": {"bool": {"filter": [
                    {"range": {"@timestamp":
                      {"gte": 1569888000000, "lt": 1572566400000, "format": "epoch_millis"}}},
                    {"term": {"event": "Order Completed"}}]}},
                  "aggs": {
                    "unnamed": {"missing": {"field": "order.id"}},
                    "named": {
                      "filter": {"exists": {"field": "order.id"}},
                      "aggs": {
                        "customers": {"funnel": {"entity": "customer_hash", "time": "@timestamp", "window": "1ms",
                          "steps": [{"match_all": {}}]}},
                        "orders": {"funnel": {"entity": "order.hash", "time": "@timestamp", "window": "1ms",
                          "steps": [{"match_all": {}}]}},
                        "currencies": {
                          "terms": {"field": "currency", "size": 1000},
                          "aggs": {
                            "revenue": {"stats": {"field": "order.revenue"}},
                            "orders": {"funnel": {"entity": "order.hash", "time": "@timestamp", "window": "1ms",
                              "steps": [{"match_all": {}}]}}}}}}}
                }
                """);
    }

    @Test
    void tellsEachCurrencyApart() {
        assertThat(SalesSearch.read(answer(0)))
                .isEqualTo(new Sales(
                        5,
                        7,
                        List.of(amount("30.25", "EUR"), amount("8", "USD")),
                        List.of(amount("10.083333", "EUR"), amount("2", "USD")),
                        true,
                        2));
    }

    @Test
    void refusesToTellOnlyTheMostCommonCurrencies() {
        assertRefused(() -> SalesSearch.read(answer(1)), "TOO_MANY_CURRENCIES", null);
    }

    private static JsonNode answer(int others) {
        return json("""
                {"aggregations": {
                  "unnamed": {"doc_count": 2},
                  "named": {"doc_count": 9,
                    "customers": {"steps": [5]},
                    "orders": {"steps": [7]},
                    "currencies": {"sum_other_doc_count": %d, "buckets": [
                      {"key": "EUR", "doc_count": 5, "orders": {"steps": [3]},
                       "revenue": {"count": 5, "min": 1.0, "max": 3E7, "sum": 3.025E7}},
                      {"key": "USD", "doc_count": 4, "orders": {"steps": [4]},
                       "revenue": {"count": 4, "min": 1.0, "max": 3E6, "sum": 8E6}}]}}}}
                """.formatted(others));
    }

    private static Amount amount(String amount, String currency) {
        return new Amount(new BigDecimal(amount), currency);
    }
}
