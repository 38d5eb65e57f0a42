package io.clientele.profile.fold;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.contract.event.CustomerId;
import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventType;
import io.clientele.contract.event.Product;
import io.clientele.database.Database;
import io.clientele.profile.card.Questions;
import io.clientele.profile.counter.Counters;
import io.clientele.profile.customer.Customers;
import io.clientele.profile.customer.LoadedCustomer;
import io.clientele.profile.facts.CounterSet;
import io.clientele.profile.facts.Ledger;
import io.clientele.profile.identity.KeyKind;
import io.clientele.profile.identity.WholeSet;
import io.clientele.profile.portrait.PortraitRules;
import io.vertx.mutiny.sqlclient.Row;

import static io.clientele.profile.fold.Shop.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A shop whose events are counted, and what tests ask of it. */
@ApplicationScoped
class CounterShop {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(20);

    private final Database database;
    private final Customers customers;
    private final Counters counters;
    private final Recount recount;
    private final PortraitRules rules;
    private final Shop feed;
    private final Questions questions = new Questions("");

    CounterShop(
            Database database,
            Customers customers,
            Counters counters,
            Recount recount,
            PortraitRules rules,
            @ConfigProperty(name = "clientele.funnel.url") String feed) {
        this.database = database;
        this.customers = customers;
        this.counters = counters;
        this.recount = recount;
        this.rules = rules;
        this.feed = new Shop(feed);
    }

    /** Somebody looked at something of a category. */
    static Event viewed(String messageId, @Nullable String user, @Nullable String device, int minute, String category) {
        return Event.builder(messageId, EventType.TRACK, CustomerId.of(user, device), Shop.at(minute), "shop")
                .name("Product Viewed")
                .products(List.of(new Product("p", null, category, null, null, null)))
                .build();
    }

    /** The behaviour of looking so often at something of a category. */
    static Map<String, Object> views(String category, Map<String, ?> howOften) {
        Map<String, Object> behaviour = new HashMap<>(howOften);
        behaviour.put("event", "Product Viewed");
        behaviour.put(
                "where",
                Map.of(
                        "property",
                        Map.of("field", "product.category", "operator", "ANY_OF", "values", List.of(category))));
        return Map.of("behaviour", behaviour);
    }

    /** Has events folded. */
    void fold(Event... events) {
        fold(List.of(events));
    }

    void fold(List<Event> events) {
        feed.append(events);
        String[] sizes = feed.ask("/end").split(" ", -1);
        await().atMost(PATIENCE).pollInterval(POLL).ignoreExceptions().until(() -> {
            List<String> cursors = texts("SELECT cursor FROM feed_cursor ORDER BY shard");
            return IntStream.range(0, FakeFunnel.SHARDS)
                    .allMatch(shard -> cursors.contains(FakeFunnel.cursor(shard, Long.parseLong(sizes[shard]) - 1)
                            .value()));
        });
    }

    JsonNode ask(String query, Map<String, ?> variables) {
        JsonNode answer = questions.answer("marketer", query, variables);
        assertThat(answer.path("errors").isMissingNode())
                .as(answer.toPrettyString())
                .isTrue();
        return answer.path("data");
    }

    /** The code and the field of what a marketer is refused with. */
    String refusal(String query, Map<String, ?> variables) {
        JsonNode extensions = questions.answer("marketer", query, variables).at("/errors/0/extensions");
        return extensions.path("code").asText() + " " + extensions.path("field").asText();
    }

    void define(String id, Map<String, ?> condition) {
        ask(
                "mutation($input: DefineSegmentInput!) { defineSegment(input: $input) { id } }",
                Map.of("input", definition(id, "CONDITION", condition)));
    }

    void defineTag(String id, Map<String, ?> condition) {
        ask(
                "mutation($input: DefineTagInput!) { defineTag(input: $input) { id } }",
                Map.of("input", definition(id, "RULE", condition)));
    }

    static Map<String, ?> definition(String id, String kind, Map<String, ?> condition) {
        return Map.of(
                "key",
                UUID.randomUUID().toString(),
                "id",
                id,
                "name",
                "Segment " + id,
                "kind",
                kind,
                "condition",
                condition);
    }

    /** How far the counting for a segment has got: done and total, or nothing if it is ready. */
    List<Long> counting(String segment) {
        JsonNode counting = ask(
                        "query($id: ID!) { segment(id: $id) { counting { done total } } }", Map.of("id", segment))
                .at("/segment/counting");
        return counting.isNull()
                ? List.of()
                : List.of(counting.path("done").asLong(), counting.path("total").asLong());
    }

    /** Counts all that there is to count, and waits until every customer was evaluated with it. */
    void count() {
        await().atMost(PATIENCE).pollInterval(POLL).ignoreExceptions().until(() -> {
            now(recount.round());
            return number("SELECT count(*) FROM counter WHERE retired_at IS NULL AND counted_version IS NULL") == 0;
        });
        awaitEvaluated();
    }

    /** Waits until every customer was evaluated with the definitions as they are. */
    void awaitEvaluated() {
        await().atMost(PATIENCE).pollInterval(POLL).ignoreExceptions().until(() -> number("""
                        SELECT (SELECT count(*) FROM customer, definitions_version
                                WHERE customer.definitions_version < definitions_version.version)
                            + (SELECT count(*) FROM review_request)""") == 0);
    }

    /** The members among some customers. */
    List<String> members(String segment, String... ids) {
        return load(List.of(ids)).values().stream()
                .filter(customer -> customer.evaluation().segments().contains(segment))
                .map(LoadedCustomer::id)
                .toList();
    }

    Map<String, LoadedCustomer> load(Collection<String> ids) {
        Map<String, LoadedCustomer> loaded = new TreeMap<>();
        now(database.onConnection(connection -> customers.load(connection, ids)))
                .forEach(customer -> loaded.put(customer.id(), customer));
        return loaded;
    }

    CounterSet counters() {
        return now(database.onConnection(counters::active)).set();
    }

    /** Holds every ledger of these events' customers against one that counts all of its events at once. */
    void expectLedgers(List<Event> events) {
        Map<String, Event> byMessage = new HashMap<>();
        events.forEach(event -> byMessage.put(event.messageId(), event));
        CounterSet counting = counters();
        new WholeSet(events, EnumSet.allOf(KeyKind.class)).customers().forEach((id, messages) -> {
            List<Event> own = messages.stream().map(byMessage::get).toList();
            Ledger expected = Ledger.EMPTY.plus(own, rules.facts().zone(), counting);
            assertThat(load(List.of(id)).values()).singleElement().satisfies(customer -> {
                counting.byNumber()
                        .keySet()
                        .forEach(number -> assertThat(customer.ledger().dailyCounts(number))
                                .as("counter %s of %s", number, id)
                                .isEqualTo(expected.dailyCounts(number)));
                assertThat(customer.ledger().countingOnly(counting)).isEqualTo(expected);
            });
        });
    }

    /** The number of the newest counter. */
    long newest() {
        return counters().byNumber().keySet().stream()
                .max(Comparator.naturalOrder())
                .orElse(0L);
    }

    long number(String query) {
        return now(database.onConnection(connection -> connection.query(query).execute()))
                .iterator()
                .next()
                .getLong(0);
    }

    List<String> texts(String query) {
        List<String> texts = new ArrayList<>();
        for (Row row :
                now(database.onConnection(connection -> connection.query(query).execute()))) {
            texts.add(row.getString(0));
        }
        return texts;
    }

    /** Takes every definition with a counter away, so that tests do not count for each other. */
    void forget() {
        Map<String, ?> nobody = Map.of("trait", Map.of("name", "nobody", "operator", "EXISTS"));
        texts("SELECT definition FROM counter_use WHERE kind = 'SEGMENT'").forEach(id -> define(id, nobody));
        texts("SELECT definition FROM counter_use WHERE kind = 'TAG'").forEach(id -> defineTag(id, nobody));
        assertThat(counters().byNumber()).isEmpty();
    }
}
