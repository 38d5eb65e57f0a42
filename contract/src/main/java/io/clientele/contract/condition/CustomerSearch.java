package io.clientele.contract.condition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.condition.Condition.Behaviour;
import io.clientele.contract.index.EventField;
import io.clientele.contract.index.FieldType;

/**
 * A customer's condition as a search over the index {@code events}. Elasticsearch cannot join, so the work is split: the
 * search counts, for each customer, each behaviour of the condition, and what is left, and/or/not over counts and
 * traits, is decided on the answer by {@link CustomerCondition#matches(io.clientele.contract.event.FreeFields,
 * java.util.function.ToLongFunction)}, the same code that evaluates a history in Java.
 *
 * <p>It reads all customers page by page: send {@link #body} without a beginning, read {@link #page}, send {@link #body}
 * with the page's {@code next} until there is none. Demand {@code allow_partial_search_results=false}. Answers cover the
 * customers with an event up to the instant; whoever never had one is known to the owner of customers only, and has
 * counts of zero. Pages see the index as it is when each is read.
 */
public final class CustomerSearch {
    /** The most customers of a page; with 256 behaviours of each, what Elasticsearch answers stays below 100 MB. */
    public static final int MAX_PAGE_SIZE = 10_000;

    private static final String CUSTOMERS = "customers";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Instant now;
    private final List<Behaviour> behaviours;
    private final boolean everyone;
    private final int pageSize;

    CustomerSearch(CustomerCondition condition, Instant now, int pageSize) {
        if (pageSize < 1 || pageSize > MAX_PAGE_SIZE) {
            throw new IllegalArgumentException("pageSize must be between 1 and " + MAX_PAGE_SIZE + ", not " + pageSize);
        }
        this.now = now;
        this.pageSize = pageSize;
        this.behaviours = List.copyOf(condition.behaviours());
        this.everyone = Idle.canMatch(condition.condition());
    }

    /** How often a customer did each behaviour. */
    public record CustomerCounts(String customerId, Map<Behaviour, Long> counts) {
        public CustomerCounts {
            counts = Map.copyOf(counts);
        }

        /**
         * How often the customer did it.
         *
         * @throws IllegalArgumentException if it is not a behaviour of the condition that was searched
         */
        public long count(Behaviour behaviour) {
            Long count = counts.get(behaviour);
            if (count == null) {
                throw new IllegalArgumentException("not counted by this search: " + behaviour);
            }
            return count;
        }
    }

    /**
     * One page of the answer.
     *
     * @param next where the next page begins; absent at the end
     */
    public record Page(List<CustomerCounts> customers, Optional<String> next) {
        public Page {
            customers = List.copyOf(customers);
        }
    }

    /** The search's body for the page that begins after a customer; without one, for the first page. */
    public ObjectNode body(Optional<String> after) {
        ObjectNode body = JSON.objectNode().put("size", 0).put("track_total_hits", false);
        body.set("query", query());
        ObjectNode customers = body.putObject("aggs").putObject(CUSTOMERS);
        ObjectNode composite = customers.putObject("composite").put("size", pageSize);
        String field = EventField.CUSTOMER_ID.fieldName();
        composite
                .putArray("sources")
                .addObject()
                .putObject(field)
                .putObject("terms")
                .put("field", field);
        after.ifPresent(customer -> composite.putObject("after").put(field, customer));
        if (!behaviours.isEmpty()) {
            ObjectNode counts = customers.putObject("aggs");
            for (int i = 0; i < behaviours.size(); i++) {
                counts.putObject(name(i)).set("filter", query(behaviours.get(i)));
            }
        }
        return body;
    }

    /**
     * Reads an answer.
     *
     * @throws IllegalArgumentException if the answer is partial (shards failed or time ran out) or not of this search
     */
    public Page page(JsonNode answer) {
        if (answer.path("timed_out").booleanValue()
                || answer.path("_shards").path("failed").intValue() != 0) {
            throw new IllegalArgumentException("a partial answer: its counts would be too small");
        }
        JsonNode customers = answer.path("aggregations").path(CUSTOMERS);
        if (!customers.path("buckets").isArray()) {
            throw new IllegalArgumentException("not an answer of this search: it has no customers");
        }
        List<CustomerCounts> page = new ArrayList<>();
        customers.path("buckets").forEach(bucket -> page.add(counts(bucket)));
        // A page that is not full is the last; asking on would answer an empty one.
        boolean last = page.size() < pageSize;
        return new Page(
                page, last ? Optional.empty() : Optional.of(page.getLast().customerId()));
    }

    private CustomerCounts counts(JsonNode bucket) {
        Map<Behaviour, Long> counts = new HashMap<>();
        for (int i = 0; i < behaviours.size(); i++) {
            counts.put(behaviours.get(i), bucket.path(name(i)).path("doc_count").longValue());
        }
        String customerId =
                bucket.path("key").path(EventField.CUSTOMER_ID.fieldName()).textValue();
        return new CustomerCounts(customerId, counts);
    }

    private static String name(int behaviour) {
        return "b" + behaviour;
    }

    /** The events to look at: those that some behaviour counts, or all if a customer without any could match. */
    private ObjectNode query() {
        return everyone
                ? time("lte", now)
                : EventQuery.any(behaviours.stream().map(this::query).toList());
    }

    private ObjectNode query(Behaviour behaviour) {
        List<ObjectNode> parts = new ArrayList<>();
        parts.add(EventQuery.term(EventField.EVENT.fieldName(), behaviour.event()));
        parts.add(time("lte", now));
        behaviour.withinDays().ifPresent(days -> parts.add(time("gt", CustomerCondition.windowStart(now, days))));
        behaviour.where().ifPresent(where -> parts.add(EventQuery.of(where)));
        return EventQuery.all(parts);
    }

    private static ObjectNode time(String bound, Instant instant) {
        return EventQuery.range(EventField.TIMESTAMP.fieldName(), bound, FieldType.DATE, instant.toEpochMilli());
    }
}
