package io.clientele.contract.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.ethlo.time.ITU;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.InvalidEvent.Code;

/** Reads what {@link EventWriter} wrote; every value passes the event's own checks again. */
final class EventReader {
    private final JsonNode document;
    private final @Nullable String currency;

    private EventReader(JsonNode document) {
        this.document = document;
        this.currency = text(document, "", "currency");
    }

    static Event read(JsonNode document) {
        if (!document.isObject()) {
            throw new InvalidEventException(Code.INVALID_TYPE, "document", "is not a JSON object");
        }
        return new EventReader(document).event();
    }

    private Event event() {
        return Event.builder(
                        required("message_id"), EventType.of(required("type")), customer(), times(), required("source"))
                .name(text(document, "", "event"))
                .previousId(text(document, "", "previous_id"))
                .groupId(text(document, "", "group_id"))
                .sessionId(text(document, "", "session_id"))
                .channel(text(document, "", "channel"))
                .device(device(object("device")))
                .geo(geo(object("geo")))
                .page(page(object("page")))
                .products(products())
                .order(order(object("order")))
                .campaign(campaign(object("campaign")))
                .snapshot(snapshot(object("customer")))
                .failureReason(text(object("failure"), "failure.", "reason"))
                .currency(currency)
                .properties(free("properties"))
                .traits(free("traits"))
                .build();
    }

    private Times times() {
        Instant timestamp = time("@timestamp");
        Instant receivedAt = time("received_at");
        if (timestamp == null || receivedAt == null) {
            throw new InvalidEventException(
                    Code.MISSING_FIELD, timestamp == null ? "@timestamp" : "received_at", "is missing");
        }
        return new Times(timestamp, receivedAt, time("sent_at"), time("original_timestamp"));
    }

    private CustomerId customer() {
        String id = required("customer_id");
        // A copy under an anonymous customer may come from another device: the customer is whom it is stored under.
        return id.startsWith(CustomerId.ANONYMOUS)
                ? CustomerId.parse(id)
                : CustomerId.of(id, text(document, "", "anonymous_id"));
    }

    private static Device device(JsonNode node) {
        return new Device(text(node, "device.", "type"), text(node, "device.", "os"));
    }

    private static Geo geo(JsonNode node) {
        return new Geo(
                text(node, "geo.", "country"),
                text(node, "geo.", "region"),
                text(node, "geo.", "city"),
                text(node, "geo.", "city_tier"));
    }

    private static Page page(JsonNode node) {
        return new Page(
                text(node, "page.", "path"),
                text(node, "page.", "title"),
                text(node, "page.", "referrer"),
                number(node, "page.", "load_ms"),
                number(node, "page.", "dwell_ms"));
    }

    private List<Product> products() {
        List<Product> products = new ArrayList<>();
        for (JsonNode node : document.path("product")) {
            products.add(new Product(
                    text(node, "product.", "id"),
                    text(node, "product.", "name"),
                    text(node, "product.", "category"),
                    text(node, "product.", "brand"),
                    money(node, "product.", "price"),
                    number(node, "product.", "quantity")));
        }
        return products;
    }

    private Order order(JsonNode node) {
        return new Order(
                text(node, "order.", "id"),
                money(node, "order.", "revenue"),
                money(node, "order.", "discount"),
                text(node, "order.", "coupon"),
                text(node, "order.", "payment_method"),
                text(node, "order.", "status"));
    }

    private static Campaign campaign(JsonNode node) {
        return new Campaign(
                text(node, "campaign.", "source"),
                text(node, "campaign.", "medium"),
                text(node, "campaign.", "name"),
                text(node, "campaign.", "id"));
    }

    private static CustomerSnapshot snapshot(JsonNode node) {
        return new CustomerSnapshot(
                text(node, "customer.", "age_band"),
                text(node, "customer.", "gender"),
                text(node, "customer.", "tier"),
                text(node, "customer.", "lifecycle"),
                text(node, "customer.", "spending"));
    }

    private FreeFields free(String field) {
        return object(field) instanceof ObjectNode object ? FreeFields.of(field, object) : FreeFields.NONE;
    }

    private JsonNode object(String field) {
        JsonNode node = document.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return MissingNode.getInstance();
        }
        if (!node.isObject()) {
            throw new InvalidEventException(Code.INVALID_TYPE, field, "is not an object");
        }
        return node;
    }

    private String required(String field) {
        return Check.required(field, text(document, "", field));
    }

    private @Nullable Instant time(String field) {
        String value = text(document, "", field);
        try {
            return value == null ? null : ITU.parseDateTime(value).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidEventException(Code.INVALID_TYPE, field, "is not an instant");
        }
    }

    private static @Nullable String text(JsonNode node, String prefix, String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw new InvalidEventException(Code.INVALID_TYPE, prefix + field, "is not a text");
        }
        return value.textValue();
    }

    private static @Nullable Long number(JsonNode node, String prefix, String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new InvalidEventException(Code.INVALID_TYPE, prefix + field, "is not a whole number");
        }
        return value.longValue();
    }

    private @Nullable Money money(JsonNode node, String prefix, String field) {
        Long millionths = number(node, prefix, field);
        if (millionths == null) {
            return null;
        }
        if (currency == null) {
            throw new InvalidEventException(
                    Code.MISSING_FIELD, "currency", "is missing, though the event has an amount");
        }
        return new Money(millionths, currency);
    }
}
