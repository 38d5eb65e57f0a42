package io.clientele.loader.demoshop;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;

/** Writes what happens from the checkout on: payment, order, cancellation, and questions to the service. */
final class Checkout {

    private static final String[] PAYMENT_METHODS = {"alipay", "alipay", "wechat_pay", "wechat_pay", "union_pay"};
    private static final String[] FAILURES = {"insufficient_funds", "bank_declined", "timeout", "risk_control"};
    private static final String[] MISSING_METHODS = {"instalments", "card_points"};
    private static final String[] CANCELLATIONS = {"changed_mind", "found_cheaper", "delivery_too_slow"};
    private static final String[] TOPICS = {"delivery", "delivery", "returns", "size", "invoice", "quality"};
    private static final double TICKETS_AN_ORDER = 0.06;
    /** The service answers after 15 minutes in the mean (B10). */
    private static final int FASTEST_ANSWER_SECONDS = 300;

    private static final int SLOWEST_ANSWER_SECONDS = 1_500;

    private final Journey journey;
    private final Dice dice;
    private final String orderId;
    private final List<Visit.Line> lines;
    private final String method;

    Checkout(Journey journey, Dice dice, String orderId, List<Visit.Line> lines) {
        this.journey = journey;
        this.dice = dice;
        this.orderId = orderId;
        this.lines = lines;
        this.method = dice.oneOf(PAYMENT_METHODS);
    }

    /** Come to the checkout and leave it without an order. */
    void leave() {
        start(false);
        if (Cause.PAYMENT_FAILURE.met(dice, false, Cause.PAID)) {
            enterPayment();
            fail();
        }
    }

    /** Come to the checkout and order, at the second attempt to pay if the first fails. */
    void order() {
        start(true);
        enterPayment();
        if (Cause.PAYMENT_FAILURE.met(dice, true, Cause.PAID)) {
            fail();
            enterPayment();
        }
        journey.track("Order Completed", json -> {
            order(json, "completed");
            json.writeStringField("payment_method", method);
            products(json);
        });
        journey.ordered();
    }

    void cancel() {
        String reason = dice.oneOf(CANCELLATIONS);
        journey.pass(dice.between(60_000, 900_000));
        journey.track("Order Cancelled", json -> {
            order(json, "cancelled");
            json.writeStringField("failure_reason", reason);
        });
    }

    /** Perhaps ask the service something about the order. */
    void perhapsAsk() {
        if (!dice.chance(TICKETS_AN_ORDER)) {
            return;
        }
        String topic = dice.oneOf(TOPICS);
        int seconds = dice.between(FASTEST_ANSWER_SECONDS, SLOWEST_ANSWER_SECONDS);
        journey.pass(dice.between(30_000, 300_000));
        journey.track("Support Ticket Opened", json -> ticket(json, topic));
        journey.pass(seconds * 1000L);
        journey.track("Support Ticket Answered", json -> {
            ticket(json, topic);
            json.writeNumberField("first_response_seconds", seconds);
        });
    }

    private void ticket(JsonGenerator json, String topic) throws IOException {
        json.writeStringField("ticket_id", "ticket-" + orderId);
        json.writeStringField("order_id", orderId);
        json.writeStringField("topic", topic);
    }

    private void start(boolean goesOn) {
        boolean missing = Cause.MISSING_PAYMENT_METHOD.met(dice, goesOn, Cause.PAID);
        journey.track("Checkout Started", json -> {
            order(json, "open");
            if (missing) {
                json.writeStringField("missing_payment_method", dice.oneOf(MISSING_METHODS));
            }
            products(json);
        });
        journey.pass(dice.between(5_000, 60_000));
    }

    private void enterPayment() {
        journey.track("Payment Info Entered", json -> {
            json.writeStringField("order_id", orderId);
            json.writeStringField("payment_method", method);
        });
        journey.pass(dice.between(3_000, 20_000));
    }

    private void fail() {
        String reason = dice.oneOf(FAILURES);
        journey.track("Payment Failed", json -> {
            order(json, "open");
            json.writeStringField("payment_method", method);
            json.writeStringField("failure_reason", reason);
        });
        journey.pass(dice.between(3_000, 20_000));
    }

    private void order(JsonGenerator json, String status) throws IOException {
        json.writeStringField("order_id", orderId);
        json.writeStringField("order_status", status);
        Journey.amount(
                json, "revenue", lines.stream().mapToLong(Visit.Line::amount).sum());
        json.writeStringField("currency", "CNY");
    }

    private void products(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("products");
        for (Visit.Line line : lines) {
            json.writeStartObject();
            json.writeStringField("product_id", line.product().id());
            json.writeStringField("name", line.product().name());
            json.writeStringField("category", line.product().category().label);
            json.writeStringField("brand", line.product().brand());
            Journey.amount(json, "price", line.product().price());
            json.writeNumberField("quantity", line.quantity());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
