package io.clientele.profile.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.CustomerId;
import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventType;
import io.clientele.contract.event.FreeFields;
import io.clientele.contract.event.Times;

/**
 * Random events of few users on few devices, so that they claim each other's devices, share keys, and are aliased in chains
 * and rings; times are coarse, so that many are equal.
 */
public final class RandomShoppers {

    private static final long DAY = 86_400_000;

    private final Random random;
    private final String prefix;
    private final int people;
    private int made;

    /** Shoppers whose ids and message ids begin with the prefix. */
    public RandomShoppers(Random random, String prefix, int people) {
        this.random = random;
        this.prefix = prefix;
        this.people = people;
    }

    public List<Event> events(int count) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(event());
        }
        return events;
    }

    private Event event() {
        return switch (random.nextInt(10)) {
            case 0, 1 -> identify(CustomerId.of(user(), random.nextInt(4) == 0 ? null : device()));
            case 2 -> identify(CustomerId.of(null, device()));
            case 3 -> alias();
            case 4, 5 -> track(CustomerId.of(user(), random.nextBoolean() ? device() : null));
            default -> track(CustomerId.of(null, device()));
        };
    }

    private Event track(CustomerId customer) {
        return Event.builder(messageId(), EventType.TRACK, customer, times(), "shop")
                .name("Product Viewed")
                .build();
    }

    private Event identify(CustomerId customer) {
        ObjectNode traits = JsonNodeFactory.instance.objectNode();
        if (random.nextInt(3) == 0) {
            traits.put(
                    "email",
                    prefix + random.nextInt(people) + (random.nextBoolean() ? "@Shop.example" : "@shop.example"));
        }
        if (random.nextInt(5) == 0) {
            traits.put("union_id", prefix + random.nextInt(people));
        }
        traits.put("city", "c" + random.nextInt(3));
        return Event.builder(messageId(), EventType.IDENTIFY, customer, times(), "shop")
                .traits(FreeFields.of("traits", traits))
                .build();
    }

    private Event alias() {
        String previous = switch (random.nextInt(4)) {
            case 0 -> device();
            case 1 -> CustomerId.ANONYMOUS + device();
            default -> user();
        };
        CustomerId sender = random.nextInt(10) == 0 ? CustomerId.of(null, device()) : CustomerId.of(user(), null);
        return Event.builder(messageId(), EventType.ALIAS, sender, times(), "shop")
                .previousId(previous)
                .build();
    }

    private String user() {
        return prefix + "u" + random.nextInt(people);
    }

    private String device() {
        return prefix + "d" + random.nextInt(people);
    }

    private String messageId() {
        return prefix + "m" + Integer.toHexString(random.nextInt(256)) + "-" + made++;
    }

    private Times times() {
        Instant at = Instant.ofEpochMilli(DAY * (20_000 + random.nextInt(12)));
        return new Times(at, at.plusMillis(1), null, null);
    }
}
