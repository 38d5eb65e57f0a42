package io.clientele.profile.population;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.clientele.contract.index.CustomerField;
import io.clientele.profile.card.Amount;
import io.clientele.profile.population.Grouping.Group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GroupingTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void asksEachShardForEveryValue() {
        assertThat(Grouping.search(CustomerField.RFM, 125)).isEqualTo(tree("""
                {"size": 0, "track_total_hits": false, "aggs": {"groups": {
                  "terms": {"field": "rfm", "size": 125, "shard_size": 126},
                  "aggs": {"revenue": {"sum": {"field": "monetary"}}}}}}"""));
    }

    @Test
    void readsCustomersAndRevenueOfEachValue() {
        assertThat(Grouping.read(tree("""
                {"aggregations": {"groups": {"doc_count_error_upper_bound": 0, "sum_other_doc_count": 0, "buckets": [
                  {"key": "545", "doc_count": 3, "revenue": {"value": 1.25E7}},
                  {"key": "111", "doc_count": 1, "revenue": {"value": 0.0}}]}}}"""))).isEqualTo(Map.of("545", new Group(3, 12_500_000), "111", new Group(1, 0)));
    }

    @Test
    void refusesAnAnswerThatLeavesGroupsOut() {
        JsonNode cut = tree("""
                {"aggregations": {"groups": {"doc_count_error_upper_bound": 0, "sum_other_doc_count": 7, "buckets": []}}}""");

        assertThatThrownBy(() -> Grouping.read(cut)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sumsTheCellsOfRecencyAndFrequencyOverMonetaryScores() {
        var codes = new TreeMap<>(Map.of(
                "545", new Group(1, 6_000_000),
                "543", new Group(2, 2_000_000),
                "111", new Group(1, 0)));

        List<RfmCell> matrix = RfmCell.of(codes, false, "CNY");

        assertThat(matrix)
                .containsExactly(
                        new RfmCell(1, 1, null, new Portion(1, 0.25, Amount.of(0, "CNY"), 0)),
                        new RfmCell(5, 4, null, new Portion(3, 0.75, Amount.of(8_000_000, "CNY"), 1)));
        assertThat(RfmCell.of(codes, true, "CNY")).extracting(RfmCell::monetary).containsExactly(1, 3, 5);
    }

    @Test
    void givesSharesOfNothingAsZero() {
        assertThat(Portion.of(Group.NOBODY, Group.NOBODY, "CNY")).isEqualTo(new Portion(0, 0, Amount.of(0, "CNY"), 0));
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(notJson);
        }
    }
}
