package io.clientele.system.crash;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventType;
import io.clientele.contract.event.Money;
import io.clientele.contract.event.Product;

/** Writes events of {@link Shoppers} as a shop's library would send them. */
final class SegmentMessage {

    private SegmentMessage() {}

    static ObjectNode of(Event event) {
        ObjectNode message = JsonNodeFactory.instance
                .objectNode()
                .put("type", event.type().name().toLowerCase(Locale.ROOT))
                .put("messageId", event.messageId())
                .put("timestamp", event.times().timestamp().toString());
        put(message, "userId", event.customer().userId());
        put(message, "anonymousId", event.customer().anonymousId());
        put(message, "previousId", event.previousId());
        if (!event.traits().isEmpty()) {
            message.set("traits", event.traits().json());
        }
        if (event.type() == EventType.TRACK) {
            put(message, "event", event.name());
            message.set("properties", properties(event));
            put(message.withObject("/context/location"), "country", event.geo().country());
            put(message.withObject("/context/location"), "region", event.geo().region());
        }
        return message;
    }

    private static ObjectNode properties(Event event) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        put(properties, "session_id", event.sessionId());
        put(properties, "path", event.page().path());
        if (event.page().dwellMs() != null) {
            properties.put("dwell_ms", event.page().dwellMs());
        }
        put(properties, "currency", event.currency());
        put(properties, "order_id", event.order().id());
        put(properties, "revenue", event.order().revenue());
        event.products()
                .forEach(product -> product(properties.withArray("products").addObject(), product));
        return properties;
    }

    private static void product(ObjectNode json, Product product) {
        put(json, "product_id", product.id());
        put(json, "category", product.category());
        put(json, "price", product.price());
        json.put("quantity", product.quantity());
    }

    private static void put(ObjectNode json, String key, @Nullable String value) {
        if (value != null) {
            json.put(key, value);
        }
    }

    private static void put(ObjectNode json, String key, @Nullable Money value) {
        if (value != null) {
            json.put(key, value.amount());
        }
    }
}
