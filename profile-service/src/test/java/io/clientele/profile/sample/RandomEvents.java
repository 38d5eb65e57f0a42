package io.clientele.profile.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.CustomerId;
import io.clientele.contract.event.Device;
import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventBuilder;
import io.clientele.contract.event.EventType;
import io.clientele.contract.event.FreeFields;
import io.clientele.contract.event.Geo;
import io.clientele.contract.event.Money;
import io.clientele.contract.event.Order;
import io.clientele.contract.event.Page;
import io.clientele.contract.event.Product;
import io.clientele.contract.event.Times;

/**
 * Events of one customer from few values, so that orders, products and instants coincide, of the last {@code days} before
 * {@link Shopper#NOW}. The same seed gives the same events.
 */
public final class RandomEvents {

    private static final List<String> NAMES = List.of(
            "Page Viewed",
            "Product Viewed",
            "Product Added",
            "Product Added",
            "Product Removed",
            "Order Completed",
            "Order Completed",
            "Order Completed",
            "Order Refunded",
            "Order Cancelled",
            "Order Updated",
            "Signed In",
            "Quiz Taken");

    private final Random random;
    private final int days;
    private int next;
    private String currency = Shopper.CURRENCY;

    public RandomEvents(long seed, int days) {
        this.random = new Random(seed);
        this.days = days;
    }

    public List<Event> some(int count) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(event());
        }
        return events;
    }

    private Event event() {
        currency = random.nextInt(8) == 0 ? "USD" : Shopper.CURRENCY;
        boolean identify = random.nextInt(10) == 0;
        EventType type = identify ? EventType.IDENTIFY : EventType.TRACK;
        EventBuilder event = Event.builder("m-" + next++, type, CustomerId.of("u", null), times(), "test")
                .sessionId(random.nextInt(3) == 0 ? null : "s" + random.nextInt(6))
                .channel(maybe("app", "pc", "mini_program"))
                .device(new Device(maybe("ios", "android"), maybe("iOS", "Android")))
                .geo(new Geo("CN", maybe("Shanghai", "Sichuan"), maybe("Chengdu"), maybe("tier-1")))
                .page(new Page(null, null, null, null, random.nextBoolean() ? null : random.nextLong(90_000)));
        if (identify) {
            return event.traits(traits()).build();
        }
        return event.name(NAMES.get(random.nextInt(NAMES.size())))
                .products(products())
                .order(order())
                .build();
    }

    private Times times() {
        // Quarters of days, so that some instants coincide and some lie at midnight.
        Instant at = Shopper.NOW.minus(Duration.ofHours(6L * random.nextInt(days * 4)));
        return new Times(at, at, null, null);
    }

    private FreeFields traits() {
        ObjectNode traits = JsonNodeFactory.instance.objectNode();
        traits.put("region", "r" + random.nextInt(3));
        if (random.nextBoolean()) {
            traits.putNull("gender");
        } else {
            traits.put("gender", "g" + random.nextInt(3));
        }
        traits.putObject("size").put("shoe", random.nextInt(40));
        return FreeFields.of("traits", traits);
    }

    private Order order() {
        String id = random.nextInt(5) == 0 ? null : "o" + random.nextInt(12);
        Money revenue = random.nextInt(5) == 0 ? null : money();
        return new Order(id, revenue, null, null, null, maybe("open", "completed", "Canceled"));
    }

    private List<Product> products() {
        List<Product> products = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            products.add(new Product(
                    maybe("p1", "p2", "p3"),
                    null,
                    maybe("beauty", "home"),
                    null,
                    random.nextInt(4) == 0 ? null : new Money(random.nextLong(400_000_000), currency),
                    random.nextBoolean() ? null : random.nextLong(4)));
        }
        return products;
    }

    private Money money() {
        return new Money(random.nextLong(3_000_000_000L) - 100_000_000, currency);
    }

    private @Nullable String maybe(String... texts) {
        int choice = random.nextInt(texts.length + 1);
        return choice == texts.length ? null : texts[choice];
    }
}
