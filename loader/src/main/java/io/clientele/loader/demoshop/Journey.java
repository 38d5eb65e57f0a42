package io.clientele.loader.demoshop;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;

import io.clientele.loader.message.MessageWriter;

/** The messages of one customer, in order of time: it moves a clock along and gives every message its envelope. */
final class Journey {

    private static final int SILVER_FROM_ORDERS = 3;
    private static final int GOLD_FROM_ORDERS = 10;

    private final Customer customer;
    private final String idPrefix;
    private final MessageWriter writer;
    private final List<byte[]> messages = new ArrayList<>();
    private String context = "{}";
    private long now;
    private boolean identified;
    private int orders;

    Journey(Customer customer, String idPrefix, MessageWriter writer) {
        this.customer = customer;
        this.idPrefix = idPrefix + customer.number() + "-";
        this.writer = writer;
    }

    /** Writes the properties of an event. */
    @FunctionalInterface
    interface Properties {
        void write(JsonGenerator json) throws IOException;
    }

    List<byte[]> messages() {
        return messages;
    }

    long now() {
        return now;
    }

    void begin(long start, int visit) {
        now = start;
        context = context(visit);
    }

    void pass(long millis) {
        now += millis;
    }

    boolean identified() {
        return identified;
    }

    int orders() {
        return orders;
    }

    /** Let the visitor say who it is: from here on messages carry the customer's id and traits. */
    void identify(int visit) {
        identified = true;
        context = context(visit);
        add("identify", json -> {
            json.writeObjectFieldStart("traits");
            json.writeStringField("age_band", customer.age().label);
            json.writeStringField("gender", customer.gender().label);
            json.writeStringField("region", customer.city().region);
            json.writeStringField("city", customer.city().label);
            json.writeStringField("city_tier", customer.city().tier.label);
            json.writeEndObject();
        });
    }

    void page(String name, Properties properties) {
        add("page", json -> {
            json.writeStringField("name", name);
            write(json, properties);
        });
    }

    void track(String event, Properties properties) {
        add("track", json -> {
            json.writeStringField("event", event);
            write(json, properties);
        });
    }

    /** Count an order, from which the customer's standing with the shop follows. */
    void ordered() {
        orders++;
    }

    /** Write an amount of hundredths of a yuan. */
    static void amount(JsonGenerator json, String name, long hundredths) throws IOException {
        json.writeNumberField(name, BigDecimal.valueOf(hundredths, 2));
    }

    private static void write(JsonGenerator json, Properties properties) throws IOException {
        json.writeObjectFieldStart("properties");
        properties.write(json);
        json.writeEndObject();
    }

    private void add(String type, Properties rest) {
        messages.add(writer.write(json -> {
            json.writeStringField("type", type);
            json.writeStringField("messageId", idPrefix + messages.size());
            json.writeStringField("anonymousId", customer.anonymousId());
            if (identified) {
                json.writeStringField("userId", customer.userId());
            }
            json.writeStringField("timestamp", Instant.ofEpochMilli(now).toString());
            json.writeFieldName("context");
            json.writeRawValue(context);
            rest.write(json);
        }));
    }

    /** The context is the same for all messages of a visit, so it is made once; its texts need no escaping. */
    private String context(int visit) {
        StringBuilder json = new StringBuilder(400);
        json.append("{\"sessionId\":\"visit-")
                .append(customer.number())
                .append('-')
                .append(visit);
        json.append("\",\"channel\":\"").append(customer.channel().label);
        json.append("\",\"device\":{\"type\":\"").append(customer.device().type);
        json.append("\"},\"os\":{\"name\":\"").append(customer.device().os);
        json.append("\"},\"location\":{\"country\":\"CN\",\"region\":\"").append(customer.city().region);
        json.append("\",\"city\":\"").append(customer.city().label);
        json.append("\",\"city_tier\":\"").append(customer.city().tier.label).append("\"}");
        if (visit == 1) {
            json.append(",\"campaign\":{\"source\":\"").append(customer.channel().label);
            json.append("\",\"medium\":\"cpc\",\"name\":\"acquisition\"}");
        }
        if (identified) {
            json.append(",\"traits\":{\"age_band\":\"").append(customer.age().label);
            json.append("\",\"gender\":\"").append(customer.gender().label);
            json.append("\",\"tier\":\"").append(standing());
            json.append("\",\"spending\":\"").append(customer.spending()).append("\"}");
        }
        return json.append('}').toString();
    }

    private String standing() {
        if (orders >= GOLD_FROM_ORDERS) {
            return "gold";
        }
        return orders >= SILVER_FROM_ORDERS ? "silver" : "basic";
    }
}
