package io.clientele.profile.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.clientele.contract.event.CustomerId;
import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventBuilder;
import io.clientele.contract.event.EventType;
import io.clientele.contract.event.FreeFields;
import io.clientele.contract.event.Money;
import io.clientele.contract.event.Order;
import io.clientele.contract.event.Page;
import io.clientele.contract.event.Product;
import io.clientele.contract.event.Times;
import io.clientele.profile.facts.CustomerFacts;
import io.clientele.profile.facts.FactsRules;
import io.clientele.profile.facts.Ledger;
import io.clientele.profile.portrait.Portrait;
import io.clientele.profile.portrait.PortraitRules;
import io.clientele.profile.trait.Traits;
import io.clientele.profile.value.ValueScale;

/**
 * A customer whose events a test lists. Days are counted back from {@link #NOW}, which is noon in {@link #ZONE}; what happens n days
 * ago happens at that day's noon.
 */
public final class Shopper {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final Instant NOW = Instant.parse("2026-06-15T04:00:00Z");
    public static final String CURRENCY = "CNY";
    public static final PortraitRules RULES = PortraitRules.of(ZONE, CURRENCY);

    private final List<Event> events = new ArrayList<>();
    private int orders;

    public static FactsRules factsRules() {
        return RULES.facts();
    }

    public static Money yuan(String amount) {
        return Money.parse("amount", amount, CURRENCY);
    }

    public static Instant daysAgo(long days) {
        return NOW.minus(Duration.ofDays(days));
    }

    public static Product product(String id, @Nullable String category, String price, long quantity) {
        return new Product(id, null, category, null, yuan(price), quantity);
    }

    /** Do anything at an instant. */
    public Shopper track(String name, Instant at, UnaryOperator<EventBuilder> more) {
        return add(more.apply(event(EventType.TRACK, at).name(name)).build());
    }

    /** Visit a page in a session, for some milliseconds. */
    public Shopper visit(String session, Instant at, long dwellMs) {
        return track(
                "Page Viewed", at, event -> event.sessionId(session).page(new Page("/", null, null, null, dwellMs)));
    }

    /** Order something for an amount in yuan. */
    public Shopper order(Instant at, String amount) {
        return order("order-" + ++orders, at, yuan(amount));
    }

    public Shopper order(String id, Instant at, @Nullable Money revenue) {
        return track("Order Completed", at, event -> event.order(new Order(id, revenue, null, null, null, null)));
    }

    /** Order so many times for an amount, on each of the days before. */
    public Shopper orders(int count, long daysAgo, String amount) {
        for (int i = 0; i < count; i++) {
            order(daysAgo(daysAgo + i), amount);
        }
        return this;
    }

    public Shopper put(Instant at, String product) {
        return put(at, product(product, null, "10", 1));
    }

    public Shopper put(Instant at, Product product) {
        return track("Product Added", at, event -> event.products(List.of(product)));
    }

    public Shopper take(Instant at, String product) {
        return track("Product Removed", at, event -> event.products(List.of(product(product, null, "10", 1))));
    }

    public Shopper trait(String name, String value, Instant at) {
        return add(event(EventType.IDENTIFY, at)
                .traits(FreeFields.of(
                        "traits", JsonNodeFactory.instance.objectNode().put(name, value)))
                .build());
    }

    public List<Event> events() {
        return events;
    }

    public Ledger ledger() {
        return Ledger.EMPTY.plus(events, ZONE);
    }

    public Traits traits() {
        Traits traits = Traits.EMPTY;
        for (Event event : events) {
            traits = traits.plus(event);
        }
        return traits;
    }

    public CustomerFacts facts() {
        return CustomerFacts.derive(ledger(), NOW, factsRules());
    }

    public Portrait portrait(ValueScale scale) {
        return Portrait.of(ledger(), traits(), scale, NOW, RULES);
    }

    public Portrait portrait() {
        return portrait(ValueScale.NONE);
    }

    private EventBuilder event(EventType type, Instant at) {
        return Event.builder(
                "m-" + events.size(), type, CustomerId.of("u", null), new Times(at, at, null, null), "test");
    }

    private Shopper add(Event event) {
        events.add(event);
        return this;
    }
}
