package io.clientele.profile.population;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.clientele.contract.index.CustomerField;
import io.clientele.edge.CodedException;
import io.clientele.edge.page.PageRequest;
import io.clientele.profile.card.Customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CustomerListTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void sortsByTheFieldAndOfEqualsById() {
        assertThat(CustomerList.search(
                        CustomerList.with(CustomerField.RISK, List.of("medium", "high")),
                        CustomerOrdering.VALUE_AT_RISK,
                        new PageRequest(2, null, false)))
                .isEqualTo(tree("""
                        {"query": {"bool": {"filter": [{"terms": {"risk": ["medium", "high"]}}]}},
                         "size": 3, "track_total_hits": true, "_source": false,
                         "sort": [{"value_at_risk": {"order": "desc", "missing": "_last"}}, {"customer_id": "asc"}]}"""));
    }

    @Test
    void goesOnWhereItsCursorLies() {
        CustomerConnection first =
                CustomerList.read(answer(), CustomerOrdering.REVENUE, new PageRequest(1, null, false));

        assertThat(first.edges()).extracting(CustomerEdge::node).containsExactly(new Customer("b"));
        assertThat(first.pageInfo().hasNextPage()).isTrue();
        assertThat(first.totalCount()).isEqualTo(7);
        assertThat(CustomerList.search(
                                CustomerList.everyone(),
                                CustomerOrdering.REVENUE,
                                new PageRequest(1, first.pageInfo().endCursor(), false))
                        .get("search_after"))
                .isEqualTo(tree("[900, \"b\"]"));
    }

    @Test
    void readsAPageBeforeACursorTheOtherWayRound() {
        PageRequest back = new PageRequest(5, "somewhere", true);

        CustomerConnection page = CustomerList.read(answer(), CustomerOrdering.REVENUE, back);

        assertThat(page.edges()).extracting(CustomerEdge::node).containsExactly(new Customer("a"), new Customer("b"));
        assertThat(page.pageInfo().hasNextPage()).isTrue();
        assertThat(page.pageInfo().hasPreviousPage()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?", "{}", "[\"REVENUE\"]", "[\"REVENUE\", 1]", "[\"REVENUE\", 1.5, \"b\"]", "[\"ID\", \"b\"]"})
    void refusesACursorOfAnotherListNamingTheArgument(String place) {
        String cursor = Base64.getUrlEncoder().encodeToString(place.getBytes(StandardCharsets.UTF_8));
        PageRequest page = new PageRequest(1, cursor, true);

        assertThatThrownBy(() -> CustomerList.search(CustomerList.everyone(), CustomerOrdering.REVENUE, page))
                .isInstanceOfSatisfying(CodedException.class, refused -> {
                    assertThat(refused.code()).isEqualTo("INVALID_CURSOR");
                    assertThat(refused.field()).isEqualTo("before");
                });
    }

    private static JsonNode answer() {
        return tree("""
                {"hits": {"total": {"value": 7}, "hits": [
                  {"_id": "b", "sort": [900, "b"]},
                  {"_id": "a", "sort": [800, "a"]}]}}""");
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(notJson);
        }
    }
}
