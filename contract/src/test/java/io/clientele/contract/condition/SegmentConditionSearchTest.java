package io.clientele.contract.condition;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.EventDocument;
import io.clientele.contract.index.CustomersIndex;

import static org.assertj.core.api.Assertions.assertThat;

/** Conditions on customers mean the same in Java and in a real Elasticsearch. A failure prints the seed. */
class SegmentConditionSearchTest {
    private static final int CONDITIONS = 600;
    private static final long SEED = 20_260_302L;
    private static final LocalDate TODAY = LocalDate.ofEpochDay(RandomCustomers.TODAY);

    private static final List<CustomerView> CUSTOMERS = customers();
    private static final SearchCluster CLUSTER = new SearchCluster();

    @BeforeAll
    static void indexCustomers() {
        CLUSTER.createCustomersIndex();
        CLUSTER.indexCustomers(CUSTOMERS);
    }

    @Test
    void findsExactlyTheCustomersThatMatch() {
        int telling = 0;
        for (int i = 0; i < CONDITIONS; i++) {
            SegmentCondition condition = new RandomConditions(new Random(SEED + i)).ofSegment();
            Set<String> expected = CUSTOMERS.stream()
                    .filter(customer -> condition.matches(customer, TODAY))
                    .map(CustomerView::id)
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(found(condition.query(TODAY)))
                    .as("seed %s: %s", SEED + i, ConditionJson.write(condition.condition()))
                    .isEqualTo(expected);
            telling += expected.isEmpty() || expected.size() == CUSTOMERS.size() ? 0 : 1;
        }
        assertThat(telling)
                .as("conditions that some customers match and some do not")
                .isGreaterThan(CONDITIONS / 2);
    }

    private static Set<String> found(ObjectNode query) {
        ObjectNode body =
                EventDocument.MAPPER.createObjectNode().put("size", 10_000).put("_source", false);
        body.set("query", query);
        JsonNode answer = CLUSTER.send("POST", "/" + CustomersIndex.name(1) + "/_search", body.toString());
        return answer.path("hits")
                .path("hits")
                .valueStream()
                .map(hit -> hit.path("_id").textValue())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<CustomerView> customers() {
        RandomCustomers customers = new RandomCustomers(new Random(SEED));
        return IntStream.range(0, RandomCustomers.CUSTOMERS)
                .mapToObj(customers::next)
                .toList();
    }
}
