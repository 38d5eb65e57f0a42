package io.clientele.contract.event;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

/** Writes the document field by field: on the path of every event, so without a tree and without reflection. */
final class EventWriter {
    private final JsonGenerator json;

    private EventWriter(JsonGenerator json) {
        this.json = json;
    }

    static void write(Event event, JsonGenerator json) throws IOException {
        new EventWriter(json).write(event);
    }

    private void write(Event event) throws IOException {
        json.writeStartObject();
        times(event.times());
        text("message_id", event.messageId());
        text("type", event.type().wireName());
        text("event", event.name());
        text("source", event.source());
        customer(event);
        text("channel", event.channel());
        device(event.device());
        geo(event.geo());
        page(event.page());
        text("currency", event.currency());
        products(event.products());
        order(event);
        campaign(event.campaign());
        snapshot(event.snapshot());
        if (event.failureReason() != null) {
            json.writeObjectFieldStart("failure");
            text("reason", event.failureReason());
            json.writeEndObject();
        }
        free("properties", event.properties());
        free("traits", event.traits());
        json.writeEndObject();
    }

    private void times(Times times) throws IOException {
        time("@timestamp", times.timestamp());
        time("received_at", times.receivedAt());
        time("sent_at", times.sentAt());
        time("original_timestamp", times.originalTimestamp());
    }

    private void customer(Event event) throws IOException {
        CustomerId customer = event.customer();
        text("customer_id", customer.value());
        json.writeNumberField("customer_hash", customer.hash());
        text("anonymous_id", customer.anonymousId());
        text("previous_id", event.previousId());
        text("group_id", event.groupId());
        text("session_id", event.sessionId());
        hash("session_hash", event.sessionHash());
    }

    private void device(Device device) throws IOException {
        if (device.equals(Device.NONE)) {
            return;
        }
        json.writeObjectFieldStart("device");
        text("type", device.type());
        text("os", device.os());
        json.writeEndObject();
    }

    private void geo(Geo geo) throws IOException {
        if (geo.equals(Geo.NONE)) {
            return;
        }
        json.writeObjectFieldStart("geo");
        text("country", geo.country());
        text("region", geo.region());
        text("city", geo.city());
        text("city_tier", geo.cityTier());
        json.writeEndObject();
    }

    private void page(Page page) throws IOException {
        if (page.equals(Page.NONE)) {
            return;
        }
        json.writeObjectFieldStart("page");
        text("path", page.path());
        text("title", page.title());
        text("referrer", page.referrer());
        number("load_ms", page.loadMs());
        number("dwell_ms", page.dwellMs());
        json.writeEndObject();
    }

    private void products(List<Product> products) throws IOException {
        if (products.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("product");
        for (Product product : products) {
            json.writeStartObject();
            text("id", product.id());
            text("name", product.name());
            text("category", product.category());
            text("brand", product.brand());
            money("price", product.price());
            number("quantity", product.quantity());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void order(Event event) throws IOException {
        Order order = event.order();
        if (order.equals(Order.NONE)) {
            return;
        }
        json.writeObjectFieldStart("order");
        text("id", order.id());
        hash("hash", event.orderHash());
        money("revenue", order.revenue());
        money("discount", order.discount());
        text("coupon", order.coupon());
        text("payment_method", order.paymentMethod());
        text("status", order.status());
        json.writeEndObject();
    }

    private void campaign(Campaign campaign) throws IOException {
        if (campaign.equals(Campaign.NONE)) {
            return;
        }
        json.writeObjectFieldStart("campaign");
        text("source", campaign.source());
        text("medium", campaign.medium());
        text("name", campaign.name());
        text("id", campaign.id());
        json.writeEndObject();
    }

    private void snapshot(CustomerSnapshot snapshot) throws IOException {
        if (snapshot.equals(CustomerSnapshot.NONE)) {
            return;
        }
        json.writeObjectFieldStart("customer");
        text("age_band", snapshot.ageBand());
        text("gender", snapshot.gender());
        text("tier", snapshot.tier());
        text("lifecycle", snapshot.lifecycle());
        text("spending", snapshot.spending());
        json.writeEndObject();
    }

    private void text(String field, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(field, value);
        }
    }

    private void number(String field, @Nullable Long value) throws IOException {
        if (value != null) {
            json.writeNumberField(field, value);
        }
    }

    private void money(String field, @Nullable Money value) throws IOException {
        if (value != null) {
            json.writeNumberField(field, value.millionths());
        }
    }

    private void hash(String field, OptionalLong value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(field, value.getAsLong());
        }
    }

    private void time(String field, @Nullable Instant value) throws IOException {
        if (value != null) {
            json.writeStringField(field, value.toString());
        }
    }

    private void free(String field, FreeFields value) throws IOException {
        if (!value.isEmpty()) {
            json.writeFieldName(field);
            value.write(json);
        }
    }
}
