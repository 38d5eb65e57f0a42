package io.clientele.system.crash;

import java.time.Instant;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Something that a customer does.
 *
 * @param message the event's message id
 * @param category of the product
 * @param amount of an order its revenue, else the product's price, in whole units
 */
record Act(String message, String customer, Kind kind, String category, int amount, Instant at) {

    /** In which everything costs what it costs. */
    static final String CURRENCY = "CNY";

    /** What can be done. */
    enum Kind {
        VIEW("Product Viewed"),
        ADD("Product Added"),
        CHECK_OUT("Checkout Started"),
        ORDER("Order Completed"),
        WATCH("Video Watched");

        private final String event;

        Kind(String event) {
            this.event = event;
        }

        String event() {
            return event;
        }
    }

    boolean is(Kind other) {
        return kind == other;
    }

    /** As a shop's library would send it. */
    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", "track")
                .put("event", kind.event())
                .put("messageId", message)
                .put("userId", customer)
                .put("timestamp", at.toString());
        ObjectNode properties = json.putObject("properties").put("currency", CURRENCY);
        if (kind == Kind.ORDER) {
            properties.put("order_id", "o-" + message).put("revenue", amount);
        } else {
            properties
                    .put("product_id", "p-" + category)
                    .put("category", category)
                    .put("price", amount);
        }
        return json;
    }
}
