package io.clientele.funnel.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.EventType;

import static org.assertj.core.api.Assertions.assertThat;

/** The table "From the message to the event" of docs/events.md, row by row; what has conditions is tested elsewhere. */
class MessageSourcesTest {

    private static final String TABLE = """
            message_id           | id     | messageId
            anonymous_id         | id     | anonymousId
            previous_id          | id     | previousId
            group_id             | id     | groupId
            session_id           | id     | properties.session_id properties.sessionId context.sessionId \
            context.session_id context.session.id
            channel              | text   | properties.channel context.channel channel
            device.type          | text   | context.device.type
            device.os            | text   | context.os.name
            geo.country          | text   | context.location.country
            geo.region           | text   | context.location.region
            geo.city             | text   | context.location.city
            geo.city_tier        | text   | context.location.city_tier context.location.cityTier
            page.path            | text   | properties.path context.page.path
            page.title           | text   | properties.title context.page.title
            page.referrer        | text   | properties.referrer context.page.referrer
            page.load_ms         | whole  | properties.load_ms properties.loadMs
            page.dwell_ms        | whole  | properties.dwell_ms properties.dwellMs
            product.0.id         | id     | properties.products.0.product_id properties.products.0.productId \
            properties.products.0.id properties.products.0.sku
            product.0.name       | text   | properties.products.0.name
            product.0.category   | text   | properties.products.0.category
            product.0.brand      | text   | properties.products.0.brand
            product.0.price      | amount | properties.products.0.price
            product.0.quantity   | whole  | properties.products.0.quantity
            product.0.id         | id     | properties.product_id properties.productId properties.sku
            product.0.brand      | text   | properties.brand
            product.0.price      | amount | properties.price
            product.0.quantity   | whole  | properties.quantity
            order.id             | id     | properties.order_id properties.orderId
            order.revenue        | amount | properties.revenue properties.total
            order.discount       | amount | properties.discount
            order.coupon         | text   | properties.coupon
            order.payment_method | text   | properties.payment_method properties.paymentMethod
            order.status         | text   | properties.order_status properties.orderStatus
            campaign.source      | text   | context.campaign.source
            campaign.medium      | text   | context.campaign.medium
            campaign.name        | text   | context.campaign.name
            campaign.id          | id     | context.campaign.id properties.campaign_id
            customer.age_band    | text   | context.traits.age_band context.traits.ageBand
            customer.gender      | text   | context.traits.gender
            customer.tier        | text   | context.traits.tier
            customer.lifecycle   | text   | context.traits.lifecycle
            customer.spending    | text   | context.traits.spending
            failure.reason       | text   | properties.failure_reason properties.failureReason
            """;

    /** One row: a stored field, and where it may come from, first present wins. */
    record Row(String field, Kind kind, List<String> sources) {

        @Override
        public String toString() {
            return field + " from " + sources;
        }

        /** The field as answers name it: without the product's place. */
        String answered() {
            return field.replace(".0.", ".");
        }
    }

    /** What a row's values are: on the wire the n-th source's value, stored the same or in millionths. */
    enum Kind {
        TEXT("\"v%d\"", "\"v%d\"", "7 true {} [\"v\"]"),
        ID("%d", "\"%d\"", "1.5 true {} [1]"),
        WHOLE("%d", "%d", "3.5 \"3.5\" \"x\" true [1]"),
        AMOUNT("\"%d.5\"", "%d500000", "\"cheap\" true {} [1]");

        private final String wire;
        private final String stored;
        private final String wrong;

        Kind(String wire, String stored, String wrong) {
            this.wire = wire;
            this.stored = stored;
            this.wrong = wrong;
        }

        JsonNode wire(int source) {
            return Messages.json(wire.formatted(source + 1));
        }

        JsonNode stored(int source) {
            return Messages.json(stored.formatted(source + 1));
        }

        List<JsonNode> wrong() {
            return Stream.of(wrong.split(" ")).map(Messages::json).toList();
        }
    }

    static Stream<Row> rows() {
        return TABLE.lines()
                .map(line -> line.split("\\|"))
                .map(cells -> new Row(
                        cells[0].strip(),
                        Kind.valueOf(cells[1].strip().toUpperCase(Locale.ROOT)),
                        List.of(cells[2].strip().split("\\s+"))));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void takesTheFirstSourceThatIsPresentAndConsumesAll(Row row) {
        for (int first = 0; first < row.sources().size(); first++) {
            for (String absent : List.of("", "null", "\"\"")) {
                JsonNode stored = Messages.stored(EventType.TRACK, message(row, first, absent));

                assertThat(stored.at("/" + row.field().replace('.', '/')))
                        .as("%s is absent as <%s>", row.sources().subList(0, first), absent)
                        .isEqualTo(row.kind().stored(first));
                assertThat(stored.has("properties")).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void leavesOutWhatNoSourceSays(Row row) {
        for (String absent : List.of("", "null", "\"\"")) {
            JsonNode stored =
                    Messages.stored(EventType.TRACK, message(row, row.sources().size(), absent));

            // A message id is made up, which is tested with the rest of who sent it.
            assertThat(stored.at("/" + row.field().replace('.', '/')).isMissingNode())
                    .isEqualTo(!row.field().equals("message_id"));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void rejectsAWrongTypeOfAnySourceByTheStoredName(Row row) {
        for (String source : row.sources()) {
            for (JsonNode wrong : row.kind().wrong()) {
                ObjectNode message = bare();
                IntStream.range(0, row.sources().size())
                        .forEach(i ->
                                put(message, row.sources().get(i), row.kind().wire(i)));
                put(message, source, wrong);

                Messages.assertRefused(EventType.TRACK, message.toString(), "INVALID_TYPE", row.answered());
            }
        }
    }

    /** A message with every source from the given one on; those before it are absent in the way that is given. */
    private static String message(Row row, int first, String absent) {
        ObjectNode message = bare();
        for (int i = 0; i < row.sources().size(); i++) {
            if (i >= first) {
                put(message, row.sources().get(i), row.kind().wire(i));
            } else if (!absent.isEmpty()) {
                put(message, row.sources().get(i), Messages.json(absent));
            }
        }
        return message.toString();
    }

    private static ObjectNode bare() {
        return (ObjectNode) Messages.json("{\"messageId\":\"m\",\"userId\":\"u\",\"event\":\"Order Completed\"}");
    }

    /** Puts a value at the end of a path of keys; {@code 0} is an array's only element. */
    private static void put(ObjectNode message, String path, JsonNode value) {
        List<String> keys = new ArrayList<>(List.of(path.replace(".0.", "[].").split("\\.")));
        String last = keys.removeLast();
        ObjectNode object = message;
        for (String key : keys) {
            object = key.endsWith("[]") ? onlyElement(object, key.substring(0, key.length() - 2)) : child(object, key);
        }
        object.set(last, value);
    }

    private static ObjectNode child(ObjectNode object, String key) {
        return object.path(key) instanceof ObjectNode there ? there : object.putObject(key);
    }

    private static ObjectNode onlyElement(ObjectNode object, String key) {
        ArrayNode array = object.path(key) instanceof ArrayNode there ? there : object.putArray(key);
        return array.isEmpty() ? array.addObject() : (ObjectNode) array.get(0);
    }
}
