package io.clientele.contract.event;

import java.io.IOException;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.RandomEvents;
import io.clientele.contract.event.InvalidEvent.Code;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class EventDocumentTest {

    @Property
    void comesBackEqual(@ForAll long seed) throws IOException {
        Event event = new RandomEvents(new Random(seed)).next("m-1");

        assertThat(EventDocument.read(EventDocument.bytes(event))).isEqualTo(event);
    }

    @Property
    void comesBackEqualWhateverItsTexts(@ForAll @StringLength(max = 100) String text) throws IOException {
        // What an event refuses is left out: U+0000, and surrogates that stand alone.
        String kept = text.codePoints()
                .filter(point -> point != 0 && Character.getType(point) != Character.SURROGATE)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        Event event = Samples.viewed().channel(kept).build();

        assertThat(EventDocument.read(EventDocument.bytes(event))).isEqualTo(event);
    }

    @Test
    void writesEveryFieldUnderItsName() throws IOException {
        JsonNode document = EventDocument.MAPPER.readTree(EventDocument.bytes(Samples.complete()));

        assertThat(document).isEqualTo(EventDocument.MAPPER.readTree("""
                {"@timestamp":"2026-03-01T12:00:00.250Z","received_at":"2026-03-01T12:00:01.250Z",
                 "sent_at":"2026-03-01T11:59:00.250Z","original_timestamp":"2026-03-01T11:58:59.250Z",
                 "message_id":"m-2","type":"track","event":"Order Completed","source":"shop",
                 "customer_id":"u-1","customer_hash":%d,"anonymous_id":"a-1","previous_id":"a-0","group_id":"g-1",
                 "session_id":"s-1","session_hash":%d,"channel":"app",
                 "device":{"type":"ios","os":"iOS 26"},
                 "geo":{"country":"CN","region":"华东","city":"Shanghai","city_tier":"tier_1"},
                 "page":{"path":"/checkout","title":"Checkout","referrer":"https://shop.example/cart",
                         "load_ms":1200,"dwell_ms":45000},
                 "currency":"CNY",
                 "product":[{"id":"p-1","name":"Lipstick","category":"beauty.lips","brand":"Rouge",
                             "price":19990000,"quantity":2},{"id":"p-2"}],
                 "order":{"id":"o-1","hash":%d,"revenue":39980000,"discount":5000000,"coupon":"SAVE5",
                          "payment_method":"card","status":"paid"},
                 "campaign":{"source":"newsletter","medium":"email","name":"spring","id":"c-1"},
                 "customer":{"age_band":"25-34","gender":"female","tier":"loyal","lifecycle":"active","spending":"high"},
                 "failure":{"reason":"insufficient_funds"},
                 "properties":{"gift":true,"weight":1.50,"list":[1,{"deep":null}]},
                 "traits":{"plan":"gold"}}
                """.formatted(
                        Hashes.of("u-1"), Hashes.of("u-1", "s-1"), Hashes.of("u-1", "o-1"))));
    }

    @Test
    void comesBackEqualWithEveryField() throws IOException {
        Event event = Samples.complete();

        assertThat(EventDocument.read(EventDocument.bytes(event))).isEqualTo(event);
    }

    @Test
    void isOneLine() {
        Event event = Samples.viewed().channel("two\nlines").build();

        assertThat(new String(EventDocument.bytes(event), UTF_8)).doesNotContain("\n");
    }

    @Test
    void passesOverFieldsOfALaterVersion() {
        ObjectNode document = document();
        document.put("invented_later", 1);

        assertThat(EventDocument.read(document)).isEqualTo(Samples.complete());
    }

    @ParameterizedTest
    @ValueSource(strings = {"@timestamp", "received_at", "message_id", "type", "event", "source", "customer_id"})
    void refusesADocumentWithoutARequiredField(String field) {
        ObjectNode document = document();
        document.remove(field);

        Refusals.refuses(() -> EventDocument.read(document), Code.MISSING_FIELD, field);
    }

    @ParameterizedTest
    @CsvSource({
        "channel, 1",
        "channel, '[]'",
        "@timestamp, 1",
        "sent_at, '\"yesterday\"'",
        "device, '\"ios\"'",
        "properties, '[1]'",
        "page, 3"
    })
    void refusesAFieldOfAWrongType(String field, String json) {
        ObjectNode document = document();
        document.set(field, Samples.tree(json));

        Refusals.refuses(() -> EventDocument.read(document), Code.INVALID_TYPE, field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "\"1\"", "9223372036854775808", "true"})
    void refusesAnAmountThatIsNoWholeNumberOfMillionths(String json) {
        ObjectNode document = document();
        document.withObject("/order").set("revenue", Samples.tree(json));

        Refusals.refuses(() -> EventDocument.read(document), Code.INVALID_TYPE, "order.revenue");
    }

    @Test
    void refusesAmountsWithoutACurrency() {
        ObjectNode document = document();
        document.remove("currency");

        Refusals.refuses(() -> EventDocument.read(document), Code.MISSING_FIELD, "currency");
    }

    @Test
    void refusesWhatIsNoDocument() {
        Refusals.refuses(() -> EventDocument.read(Samples.tree("[]")), Code.INVALID_TYPE, "document");
        assertThatIOException().isThrownBy(() -> EventDocument.read(new byte[] {'{'}));
    }

    private static ObjectNode document() {
        return (ObjectNode) Samples.tree(new String(EventDocument.bytes(Samples.complete()), UTF_8));
    }
}
