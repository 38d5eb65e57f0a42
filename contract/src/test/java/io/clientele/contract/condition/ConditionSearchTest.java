package io.clientele.contract.condition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.contract.RandomEvents;
import io.clientele.contract.condition.CustomerSearch.CustomerCounts;
import io.clientele.contract.condition.CustomerSearch.Page;
import io.clientele.contract.event.CustomerId;
import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventDocument;
import io.clientele.contract.event.FreeFields;

import static org.assertj.core.api.Assertions.assertThat;

/** Conditions mean the same in Java and in a real Elasticsearch. A failure prints the seed that repeats it. */
class ConditionSearchTest {
    private static final int EVENTS = 1_500;
    private static final int EVENT_CONDITIONS = 400;
    private static final int CUSTOMER_CONDITIONS = 120;
    private static final long SEED = 20_260_301L;

    private static final List<Event> EVENTS_BY_ID = events();
    private static final Map<String, FreeFields> TRAITS = traits();
    private static final SearchCluster CLUSTER = new SearchCluster();

    @BeforeAll
    static void indexEvents() {
        CLUSTER.createIndex();
        CLUSTER.index(EVENTS_BY_ID);
        CLUSTER.send(
                "POST",
                "/events-write/_doc/tomb?routing=c1&refresh=true",
                "{\"tombstone\":true,\"message_id\":\"tomb\",\"customer_id\":\"c1\",\"event\":\"Product Viewed\",\"@timestamp\":\"%s\"}"
                        .formatted(RandomEvents.NOW));
    }

    @Test
    void findsExactlyTheEventsThatMatch() {
        int telling = 0;
        for (int i = 0; i < EVENT_CONDITIONS; i++) {
            EventCondition condition = new RandomConditions(new Random(SEED + i)).ofEvent();
            Set<String> expected = EVENTS_BY_ID.stream()
                    .filter(condition::matches)
                    .map(Event::messageId)
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(found(condition))
                    .as("seed %s: %s", SEED + i, condition.query())
                    .isEqualTo(expected);
            telling += expected.isEmpty() || expected.size() == EVENTS ? 0 : 1;
        }
        assertThat(telling)
                .as("conditions that some events match and some do not")
                .isGreaterThan(EVENT_CONDITIONS / 2);
    }

    @Test
    void countsExactlyTheCustomersThatMatch() {
        Map<String, List<Event>> histories = EVENTS_BY_ID.stream()
                .collect(Collectors.groupingBy(event -> event.customer().value()));
        int telling = 0;
        for (int i = 0; i < CUSTOMER_CONDITIONS; i++) {
            CustomerCondition condition = new RandomConditions(new Random(SEED + i)).ofCustomer();
            Set<String> expected = histories.keySet().stream()
                    .filter(id ->
                            condition.matches(traits(id), histories.getOrDefault(id, List.of()), RandomEvents.NOW))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(found(condition, 20 + i % 20))
                    .as("seed %s: %s", SEED + i, ConditionJson.write(condition.condition()))
                    .isEqualTo(expected);
            telling += expected.isEmpty() || expected.size() == histories.size() ? 0 : 1;
        }
        assertThat(telling)
                .as("conditions that some customers match and some do not")
                .isGreaterThan(CUSTOMER_CONDITIONS / 3);
    }

    @Test
    void keepsDocumentsEqual() {
        JsonNode body = EventDocument.MAPPER.createObjectNode().put("size", 10_000);
        List<Event> stored = CLUSTER.search(body)
                .path("hits")
                .path("hits")
                .valueStream()
                .map(hit -> EventDocument.read(hit.path("_source")))
                .toList();

        Set<Event> expected = Set.copyOf(EVENTS_BY_ID);
        // Only the ids of what differs: thousands of events are no readable message.
        assertThat(stored.stream().filter(event -> !expected.contains(event)).map(Event::messageId))
                .isEmpty();
        assertThat(stored).hasSize(EVENTS);
    }

    private static Set<String> found(EventCondition condition) {
        var body = EventDocument.MAPPER.createObjectNode().put("size", 10_000).put("_source", false);
        body.set("query", condition.query());
        return CLUSTER.search(body)
                .path("hits")
                .path("hits")
                .valueStream()
                .map(hit -> hit.path("_id").textValue())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(CustomerCondition condition, int pageSize) {
        CustomerSearch search = condition.search(RandomEvents.NOW, pageSize);
        Set<String> found = new TreeSet<>();
        Page page = search.page(CLUSTER.search(search.body(Optional.empty())));
        collect(condition, page, found);
        while (page.next().isPresent()) {
            page = search.page(CLUSTER.search(search.body(page.next())));
            collect(condition, page, found);
        }
        return found;
    }

    private static void collect(CustomerCondition condition, Page page, Set<String> found) {
        for (CustomerCounts customer : page.customers()) {
            if (condition.matches(traits(customer.customerId()), customer::count)) {
                assertThat(found.add(customer.customerId())).as("seen once").isTrue();
            }
        }
    }

    private static FreeFields traits(String customerId) {
        return TRAITS.getOrDefault(customerId, FreeFields.NONE);
    }

    private static List<Event> events() {
        RandomEvents events = new RandomEvents(new Random(SEED));
        return IntStream.range(0, EVENTS).mapToObj(i -> events.next("m" + i)).toList();
    }

    private static Map<String, FreeFields> traits() {
        RandomEvents events = new RandomEvents(new Random(SEED + 1));
        Map<String, FreeFields> traits = new HashMap<>();
        for (int i = 0; i < 40; i++) {
            traits.put("c" + i, events.free("traits"));
            traits.put(CustomerId.ANONYMOUS + "c" + i, events.free("traits"));
        }
        return traits;
    }
}
