package io.clientele.system.crash;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.condition.CustomerDocument;
import io.clientele.contract.condition.CustomerView;
import io.clientele.contract.event.CustomerId;
import io.clientele.contract.event.EventDocument;
import io.clientele.contract.feed.FeedCursor;
import io.clientele.contract.feed.ShardPosition;
import io.clientele.contract.index.CustomersIndex;
import io.clientele.contract.index.EventsIndex;
import io.clientele.profile.counter.ActiveCounters;
import io.clientele.profile.customer.Evaluation;
import io.clientele.profile.customer.RecomputedCustomer;
import io.clientele.profile.facts.CounterSet;
import io.clientele.profile.facts.OrderFacts;
import io.clientele.profile.index.CustomerViews;
import io.clientele.profile.portrait.Portrait;
import io.clientele.profile.portrait.PortraitRules;
import io.clientele.profile.tag.TagDefinition;
import io.clientele.profile.tag.TagKind;
import io.clientele.profile.tag.TagRules;
import io.clientele.profile.value.ValueScale;
import io.clientele.system.ServiceStack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Compares what is stored with what should be.
 *
 * @param expected the customers by their ids
 */
record Outcome(Map<String, Customer> expected, Database database, Search search) {

    /** What services are configured with where nothing else is said. */
    private static final PortraitRules RULES = PortraitRules.of(Customer.ZONE, "CNY");

    private static final TagRules TAG_RULES = new TagRules(
            List.of(new TagDefinition(
                    Definition.TAGS.getLast().id(),
                    "",
                    TagKind.RULE,
                    Definition.TAGS.getLast().read(),
                    2,
                    Instant.EPOCH,
                    "")),
            ActiveCounters.NONE);

    private static final String BEHAVIOUR = "behaviour";

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** So many differences tell enough. */
    private static final int MOST_TOLD = 20;

    /** What the shoppers' events should come to, and what is stored when all that was acknowledged is folded, told and written. */
    static Outcome atRest(Shoppers shoppers, ServiceStack stack) {
        Outcome outcome = new Outcome(
                Customer.of(shoppers),
                new Database(new Tables(stack.database())),
                new Search(stack.elasticsearch().uri()));
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(outcome::verifyRest);
        return outcome;
    }

    private void verifyRest() {
        assertThat(positions(database.cursors())).isEqualTo(search.lastPositions());
        assertThat(database.unfinished()).isEmpty();
    }

    /** How far cursors have read each shard. */
    static Map<Integer, Long> positions(List<String> cursors) {
        Map<Integer, Long> read = new TreeMap<>();
        for (String cursor : cursors) {
            ShardPosition position = ShardPosition.of(new FeedCursor(cursor));
            read.put(position.shard(), position.position());
        }
        return read;
    }

    void verifyCustomers() {
        assertThat(database.customers().keySet()).isEqualTo(expected.keySet());
        Map<String, Database.Sum> sums = database.sums();
        assertThat(sums.keySet()).isEqualTo(expected.keySet());
        List<String> differences = new ArrayList<>();
        expected.forEach((id, customer) -> {
            Database.Sum sum = Objects.requireNonNull(sums.get(id));
            if (!sum.ledger().equals(customer.ledger())) {
                differences.add(id + " has " + counts(sum) + " instead of " + counts(customer));
            }
            if (!sum.traits().equals(customer.traits())) {
                differences.add(id + " has other traits");
            }
        });
        tell(differences);
    }

    private static String counts(Database.Sum sum) {
        return counts(sum.ledger()::total, sum.ledger().eventNames());
    }

    private static String counts(Customer customer) {
        return counts(customer.ledger()::total, customer.ledger().eventNames());
    }

    private static String counts(ToLongFunction<String> total, Set<String> names) {
        Map<String, Long> counts = new TreeMap<>();
        names.forEach(name -> counts.put(name, total.applyAsLong(name)));
        return counts.toString();
    }

    /** Tiers, tags, segments and documents, each as of the moment at which the customer was computed last. */
    void verifyDerived() {
        ValueScale scale = database.scale();
        Map<String, Database.Row> rows = database.customers();
        Map<String, Database.Sum> sums = database.sums();
        Map<String, ObjectNode> documents = documents();
        assertThat(documents.keySet()).isEqualTo(expected.keySet());
        assertThat(search.count(CustomersIndex.READ_ALIAS)).isEqualTo(expected.size());
        List<String> differences = new ArrayList<>();
        List<OrderFacts> measured = new ArrayList<>();
        expected.forEach((id, customer) -> {
            Database.Row row = Objects.requireNonNull(rows.get(id));
            Portrait portrait = Portrait.of(customer.ledger(), customer.traits(), scale, row.recomputedAt(), RULES);
            measured.add(portrait.facts().orders());
            Set<String> ids = Objects.requireNonNull(sums.get(id)).ids();
            CustomerView view = evaluated(customer, row, ids, portrait);
            if (!row.tags().equals(TagRules.tags(view))) {
                differences.add(id + " has tags " + row.tags() + " instead of " + TagRules.tags(view));
            }
            if (!row.segments().equals(view.segments())) {
                differences.add(id + " is in " + row.segments() + " instead of " + view.segments());
            }
            ObjectNode document = comparable(CustomerDocument.of(view, row.recomputedAt()));
            if (!document.equals(documents.get(id))) {
                differences.add(id + " is " + documents.get(id) + " instead of " + document);
            }
        });
        tell(differences);
        assertThat(scale).isEqualTo(ValueScale.of(scale.asOf(), measured));
    }

    private static CustomerView evaluated(Customer customer, Database.Row row, Set<String> ids, Portrait portrait) {
        LocalDate today = LocalDate.ofInstant(row.recomputedAt(), Customer.ZONE);
        CustomerView plain = CustomerViews.of(
                new RecomputedCustomer(
                        customer.id(),
                        row.version(),
                        row.recomputedAt(),
                        ids,
                        customer.ledger(),
                        customer.traits(),
                        portrait,
                        Evaluation.NONE),
                CounterSet.NONE);
        CustomerView tagged = TAG_RULES.tagged(plain, Set.of(), Set.of(), today);
        return tagged.withSegments(Definition.segments(tagged, today));
    }

    private Map<String, ObjectNode> documents() {
        Map<String, ObjectNode> documents = new TreeMap<>();
        search.each(
                CustomersIndex.READ_ALIAS,
                "customer_id",
                "{\"match_all\":{}}",
                hit -> documents.put(hit.required("_id").asText(), comparable(hit.required("_source"))));
        return documents;
    }

    /** As it is read, and with the terms of behaviour in an order: they are a set. */
    private static ObjectNode comparable(JsonNode document) {
        try {
            ObjectNode read = (ObjectNode) EventDocument.MAPPER.readTree(document.toString());
            Set<Long> terms = new TreeSet<>();
            read.path(BEHAVIOUR).forEach(term -> terms.add(term.asLong()));
            return read.put(BEHAVIOUR, terms.toString());
        } catch (JsonProcessingException ours) {
            throw new UncheckedIOException(ours);
        }
    }

    /** Entries and exits of each customer and segment alternate, and end where they stand now; positions have no gaps. */
    void verifyMemberships() {
        Map<String, Boolean> last = new HashMap<>();
        Set<Long> positions = new TreeSet<>();
        List<String> differences = new ArrayList<>();
        List<Database.Change> changes = database.memberships();
        for (Database.Change change : changes) {
            String key = change.customer() + " in " + change.segment();
            boolean before = last.getOrDefault(key, false);
            if (before == change.entered()) {
                differences.add(key + " twice: " + change);
            }
            last.put(key, change.entered());
            positions.add(Objects.requireNonNull(change.position()));
        }
        tell(differences);
        assertThat(positions).hasSize(changes.size());
        assertThat(positions.stream().reduce(0L, (_, position) -> position)).isEqualTo(changes.size());
        Set<String> members = new TreeSet<>();
        database.customers()
                .values()
                .forEach(row -> row.segments().forEach(segment -> members.add(row.id() + " in " + segment)));
        last.values().removeIf(entered -> !entered);
        assertThat(new TreeSet<>(last.keySet())).isEqualTo(members);
    }

    /** Each event is stored once for all to see, under its customer and where that one's events lie. */
    void verifyEvents() {
        Map<String, String> customers = new HashMap<>();
        expected.forEach((id, customer) -> customer.messages().forEach(message -> customers.put(message, id)));
        Map<String, String> tombstones = new HashMap<>();
        List<String> differences = new ArrayList<>();
        search.each(EventsIndex.WRITE_ALIAS, "message_id", "{\"term\":{\"tombstone\":true}}", hit -> {
            JsonNode source = hit.required("_source");
            String message = source.required("message_id").asText();
            if (tombstones.put(message, source.required("customer_id").asText()) != null) {
                differences.add(message + " has two tombstones");
            }
        });
        Set<String> seen = new TreeSet<>();
        search.each(EventsIndex.READ_ALIAS, "message_id", "{\"match_all\":{}}", hit -> {
            JsonNode source = hit.required("_source");
            String message = source.required("message_id").asText();
            String customer = String.valueOf(customers.get(message));
            if (!seen.add(message)) {
                differences.add(message + " is there twice");
            }
            if (!customer.equals(source.required("customer_id").asText())) {
                differences.add(message + " is under " + source.path("customer_id") + " instead of " + customer);
            }
            boolean copy = source.has("home_customer_id");
            if (!hit.path("_routing").asText().equals(CustomerId.parse(customer).routing())) {
                differences.add(message + " is routed by " + hit.path("_routing") + " instead of " + customer);
            }
            if (copy != customer.equals(tombstones.remove(message))) {
                differences.add(message + (copy ? " is a copy without its tombstone" : " has a tombstone of another"));
            }
        });
        tell(differences);
        assertThat(tombstones).isEmpty();
        assertThat(seen).isEqualTo(new TreeSet<>(customers.keySet()));
        assertThat(search.count(EventsIndex.READ_ALIAS)).isEqualTo(seen.size());
    }

    private static void tell(List<String> differences) {
        assertThat(differences.stream().limit(MOST_TOLD)).isEmpty();
    }
}
