package io.clientele.funnel.collect;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.contract.event.EventType;

import static org.assertj.core.api.Assertions.assertThat;

class MessageReaderTest {

    @ParameterizedTest
    @EnumSource
    void takesTheCallFromTheAddressAndFromTheItemOfABatch(EventType call) {
        String fields = (call == EventType.TRACK ? "\"event\":\"A\"," : "") + "\"previousId\":\"p\",\"groupId\":\"g\"";
        String batched = fields + ",\"type\":\"" + call.wireName() + "\"";

        assertThat(Messages.stored(call, Messages.of(fields)).path("type").asText())
                .isEqualTo(call.wireName());
        assertThat(Messages.stored(null, Messages.of(batched)).path("type").asText())
                .isEqualTo(call.wireName());
        assertThat(Messages.stored(call, Messages.of(fields + ",\"type\":\"other\""))
                        .path("type")
                        .asText())
                .isEqualTo(call.wireName());
    }

    @ParameterizedTest
    @CsvSource({"TRACK, A", "PAGE, Page Viewed", "SCREEN, Screen Viewed"})
    void namesWhatHappened(EventType call, String name) {
        assertThat(Messages.stored(call, Messages.of("\"event\":\"A\""))
                        .path("event")
                        .asText())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @EnumSource(names = {"IDENTIFY", "GROUP", "ALIAS"})
    void storesNoNameOfACallWithoutOne(EventType call) {
        String message = Messages.of("\"previousId\":\"p\",\"groupId\":\"g\",\"event\":\"\"");

        assertThat(Messages.stored(call, message).has("event")).isFalse();
        Messages.assertRefused(call, message.replace("\"event\":\"\"", "\"event\":\"A\""), "INVALID_VALUE", "event");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "userId":"u","anonymousId":"a" | "u"
            "userId":"u"                   | "u"
            "userId":700000000000000000001 | "700000000000000000001"
            "anonymousId":"a"              | "anon:a"
            "anonymousId":17               | "anon:17"
            "userId":"","anonymousId":"a"  | "anon:a"
            """)
    void namesTheCustomer(String ids, String customer) {
        JsonNode stored = Messages.stored(EventType.PAGE, "{" + ids + "}");

        assertThat(stored.path("customer_id")).isEqualTo(Messages.json(customer));
        assertThat(stored.path("source").asText()).isEqualTo(Messages.SOURCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"userId\":\"u\"}", "{\"userId\":\"u\",\"messageId\":\"\"}"})
    void makesUpAMessageIdAndSaysSo(String message) {
        Reading reading = Messages.read(EventType.PAGE, message);

        assertThat(reading).isInstanceOfSatisfying(Reading.Valid.class, valid -> {
            assertThat(valid.idGenerated()).isTrue();
            assertThat(UUID.fromString(valid.event().messageId()).version()).isEqualTo(4);
        });
    }

    @Test
    void keepsAMessageIdThatIsGiven() {
        Reading reading = Messages.read(EventType.PAGE, Messages.of(""));

        assertThat(reading).isInstanceOfSatisfying(Reading.Valid.class, valid -> {
            assertThat(valid.idGenerated()).isFalse();
            assertThat(valid.event().messageId()).isEqualTo("m");
        });
    }

    @Test
    void keepsEveryOtherPropertyAsItIsAndInOrder() {
        String other =
                "{\"zeta\":1.50,\"alpha\":{\"b\":[1,null,\"\"],\"a\":true},\"empty\":\"\",\"none\":null,\"id\":7}";
        String mixed = other.replace("\"alpha\"", "\"coupon\":\"C\",\"alpha\"");

        assertThat(Messages.tracked("A", mixed).path("properties").toString()).isEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource({"IDENTIFY", "GROUP"})
    void keepsEveryTraitAsItIsAndInOrder(EventType call) {
        String traits = "{\"zeta\":1.50,\"age_band\":\"25-34\",\"name\":\"\",\"address\":{\"city\":\"X\"}}";
        JsonNode stored = Messages.stored(call, Messages.of("\"groupId\":\"g\",\"traits\":" + traits));

        assertThat(stored.path("traits").toString()).isEqualTo(traits);
        assertThat(stored.has("customer")).isFalse();
    }

    @Test
    void storesNothingElseOfTheContext() {
        String context = "{\"ip\":\"1.2.3.4\",\"library\":{\"name\":\"x\"},\"page\":{\"url\":\"https://x\"},"
                + "\"traits\":{\"email\":\"a@b\"}}";
        String bare = Messages.stored(EventType.PAGE, Messages.of("")).toString();

        assertThat(Messages.stored(EventType.PAGE, Messages.of("\"context\":" + context))
                        .toString())
                .isEqualTo(bare);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            server  |
            browser |
            app     | app
            """)
    void takesTheMessagesOwnChannelOnlyIfItIsNotTheLibrarys(String own, String stored) {
        String message = Messages.of("\"channel\":\"" + own + "\"");

        assertThat(Messages.stored(EventType.PAGE, message).path("channel").textValue())
                .isEqualTo(stored);
    }

    @Test
    void takesAnyOtherChannelAsItIs() {
        assertThat(Messages.tracked("A", "{\"channel\":\"server\"}")
                        .path("channel")
                        .asText())
                .isEqualTo("server");
    }

    @Test
    void lowersTheDevicesType() {
        String message = Messages.of("\"context\":{\"device\":{\"type\":\"iOS\"},\"os\":{\"name\":\"iPadOS\"}}");
        JsonNode device = Messages.stored(EventType.PAGE, message).path("device");

        assertThat(device).isEqualTo(Messages.json("{\"type\":\"ios\",\"os\":\"iPadOS\"}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3     | 3
            3.0   | 3
            3e2   | 300
            "3"   | 3
            0     | 0
            2147483647 | 2147483647
            """)
    void readsWholeNumbers(String written, long stored) {
        assertThat(Messages.tracked("A", "{\"load_ms\":" + written + "}")
                        .at("/page/load_ms")
                        .longValue())
                .isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"properties", "traits", "context"})
    void wantsObjects(String key) {
        for (String wrong : new String[] {"[]", "7", "\"x\"", "true"}) {
            String message = Messages.of("\"%s\":%s".formatted(key, wrong));

            Messages.assertRefused(EventType.IDENTIFY, message, "INVALID_TYPE", key);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "device", "os", "location", "page", "campaign", "traits"})
    void wantsObjectsWithinTheContext(String key) {
        for (String wrong : new String[] {"[]", "7", "\"x\"", "true"}) {
            String message = Messages.of("\"context\":{\"%s\":%s}".formatted(key, wrong));

            Messages.assertRefused(EventType.IDENTIFY, message, "INVALID_TYPE", "context." + key);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"properties", "traits", "context"})
    void takesAbsentObjectsAsEmpty(String key) {
        String bare = Messages.stored(EventType.IDENTIFY, Messages.of("")).toString();
        for (String absent : new String[] {"null", "\"\"", "{}"}) {
            String message = Messages.of("\"%s\":%s".formatted(key, absent));

            assertThat(Messages.stored(EventType.IDENTIFY, message).toString()).isEqualTo(bare);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            7                                                   | INVALID_TYPE  | message
            []                                                  | INVALID_TYPE  | message
            {"userId":"u","event":"A"}                          | MISSING_FIELD | type
            {"userId":"u","type":"","event":"A"}                | MISSING_FIELD | type
            {"userId":"u","type":7,"event":"A"}                 | INVALID_TYPE  | type
            {"userId":"u","type":"Track","event":"A"}           | INVALID_VALUE | type
            {"userId":"u","type":"track"}                       | MISSING_FIELD | event
            {"userId":"u","type":"track","event":""}            | MISSING_FIELD | event
            {"userId":"u","type":"track","event":7}             | INVALID_TYPE  | event
            {"type":"page"}                                     | MISSING_FIELD | customer_id
            {"type":"page","userId":"","anonymousId":null}      | MISSING_FIELD | customer_id
            {"type":"page","userId":"anon:7"}                   | INVALID_VALUE | customer_id
            {"type":"page","userId":{}}                         | INVALID_TYPE  | customer_id
            {"type":"page","userId":1.5}                        | INVALID_TYPE  | customer_id
            {"type":"alias","userId":"u"}                       | MISSING_FIELD | previous_id
            {"type":"group","userId":"u","groupId":""}          | MISSING_FIELD | group_id
            {"type":"page","userId":"\\u0000"}                  | INVALID_TEXT  | customer_id
            {"type":"page","userId":"u","channel":"\\ud800"}    | INVALID_TEXT  | channel
            {"type":"page","userId":"u","messageId":"a\\u0000"} | INVALID_TEXT  | message_id
            {"type":"page","userId":"u","properties":{"a":"\\udc00"}} | INVALID_TEXT | properties
            {"type":"page","userId":"u","traits":{"\\u0000":1}} | INVALID_TEXT  | traits
            {"type":"page","userId":"u","properties":{"load_ms":-1}}         | OUT_OF_RANGE | page.load_ms
            {"type":"page","userId":"u","properties":{"dwellMs":2147483648}} | OUT_OF_RANGE | page.dwell_ms
            {"type":"page","userId":"u","properties":{"loadMs":1e999999}}    | OUT_OF_RANGE | page.load_ms
            {"type":"page","userId":"u","properties":{"loadMs":1e-999999}}   | INVALID_TYPE | page.load_ms
            """)
    void rejectsWhatIsNoEvent(String item, String code, String field) {
        Messages.assertRefused(null, item, code, field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "messageId":"told"     | told
            "messageId":7          | 7
            "messageId":""         |
            "messageId":{}         |
            "messageId":1.5        |
            "messageId":"\\u0000"  |
            "messageId":"\\ud800"  |
            "other":1              |
            """)
    void tellsBackTheIdOfWhatIsNoEvent(String fields, String id) {
        assertThat(Messages.read(null, "{" + fields + "}"))
                .isInstanceOfSatisfying(
                        Reading.Invalid.class,
                        invalid -> assertThat(invalid.messageId()).isEqualTo(id));
    }
}
