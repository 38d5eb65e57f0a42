package io.clientele.contract.event;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Named events that tests share. */
final class Samples {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00.250Z");

    private Samples() {}

    static Times at(Instant instant) {
        return new Times(instant, instant, null, null);
    }

    static EventBuilder viewed() {
        return Event.builder("m-1", EventType.TRACK, CustomerId.of("u-1", "a-1"), at(NOON), "shop")
                .name("Product Viewed");
    }

    /** An event with every field set. */
    static Event complete() {
        return Event.builder(
                        "m-2",
                        EventType.TRACK,
                        CustomerId.of("u-1", "a-1"),
                        new Times(NOON, NOON.plusSeconds(1), NOON.minusSeconds(60), NOON.minusSeconds(61)),
                        "shop")
                .name("Order Completed")
                .previousId("a-0")
                .groupId("g-1")
                .sessionId("s-1")
                .channel("app")
                .device(new Device("ios", "iOS 26"))
                .geo(new Geo("CN", "华东", "Shanghai", "tier_1"))
                .page(new Page("/checkout", "Checkout", "https://shop.example/cart", 1_200L, 45_000L))
                .products(List.of(
                        new Product("p-1", "Lipstick", "beauty.lips", "Rouge", money(19_990_000), 2L),
                        new Product("p-2", null, null, null, null, null)))
                .order(new Order("o-1", money(39_980_000), money(5_000_000), "SAVE5", "card", "paid"))
                .campaign(new Campaign("newsletter", "email", "spring", "c-1"))
                .snapshot(new CustomerSnapshot("25-34", "female", "loyal", "active", "high"))
                .failureReason("insufficient_funds")
                .properties(free("properties", "{\"gift\":true,\"weight\":1.50,\"list\":[1,{\"deep\":null}]}"))
                .traits(free("traits", "{\"plan\":\"gold\"}"))
                .build();
    }

    static Money money(long millionths) {
        return new Money(millionths, "CNY");
    }

    static FreeFields free(String field, String json) {
        return FreeFields.of(field, (ObjectNode) tree(json));
    }

    static JsonNode tree(String json) {
        try {
            return EventDocument.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
