package io.clientele.contract.event;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.InvalidEvent.Code;

import static org.assertj.core.api.Assertions.assertThat;

class EventTest {

    @Test
    void takesItsCurrencyFromItsAmounts() {
        Order order = new Order(null, Samples.money(1), null, null, null, null);

        assertThat(Samples.viewed().order(order).build().currency()).isEqualTo("CNY");
    }

    @Test
    void refusesTwoCurrencies() {
        Product product = new Product(null, null, null, null, new Money(1, "EUR"), null);

        Refusals.refuses(
                () -> Samples.viewed()
                        .products(List.of(product))
                        .currency("CNY")
                        .build(),
                Code.INVALID_VALUE,
                "currency");
    }

    @ParameterizedTest
    @EnumSource(names = {"TRACK", "PAGE", "SCREEN"})
    void demandsANameOfWhatHappened(EventType type) {
        EventBuilder nameless = Event.builder("m", type, CustomerId.of("u", null), Samples.at(Samples.NOON), "shop");

        Refusals.refuses(nameless::build, Code.MISSING_FIELD, "event");
        Refusals.refuses(nameless.name("")::build, Code.MISSING_FIELD, "event");
    }

    @ParameterizedTest
    @EnumSource(names = {"IDENTIFY", "GROUP", "ALIAS"})
    void refusesANameOfWhatHasNone(EventType type) {
        EventBuilder named = Event.builder("m", type, CustomerId.of("u", null), Samples.at(Samples.NOON), "shop")
                .name("Product Viewed");

        Refusals.refuses(named::build, Code.INVALID_VALUE, "event");
    }

    @Test
    void countsAMessageIdInBytes() {
        assertThat(withMessageId("é".repeat(128)).messageId()).hasSize(128);
        Refusals.refuses(() -> withMessageId("é".repeat(129)), Code.TOO_LONG, "message_id");
        Refusals.refuses(() -> withMessageId("m".repeat(257)), Code.TOO_LONG, "message_id");
        Refusals.refuses(() -> withMessageId(""), Code.MISSING_FIELD, "message_id");
    }

    @Test
    void demandsASource() {
        Refusals.refuses(
                () -> Event.builder("m", EventType.IDENTIFY, CustomerId.of("u", null), Samples.at(Samples.NOON), "")
                        .build(),
                Code.MISSING_FIELD,
                "source");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\ud83d", "\ude00", "a\ud83db", "\ude00\ud83d"})
    void refusesTextsThatNoStoreGivesBack(String text) {
        Refusals.refuses(Samples.viewed().channel(text)::build, Code.INVALID_TEXT, "channel");
        Refusals.refuses(() -> CustomerId.of(text, null), Code.INVALID_TEXT, "customer_id");
        Refusals.refuses(() -> new Product(null, text, null, null, null, null), Code.INVALID_TEXT, "product.name");
        Refusals.refuses(() -> freeText("k", text), Code.INVALID_TEXT, "properties");
        Refusals.refuses(() -> freeText(text, "v"), Code.INVALID_TEXT, "properties");
    }

    @Test
    void keepsTextsUpToTheirLimit() {
        assertThat(new Device("😀".repeat(512), null).type()).hasSize(1_024);
        Refusals.refuses(() -> new Device("d".repeat(1_025), null), Code.TOO_LONG, "device.type");
        assertThat(new Page("p".repeat(8_192), null, null, null, null).path()).hasSize(8_192);
        Refusals.refuses(() -> new Page("p".repeat(8_193), null, null, null, null), Code.TOO_LONG, "page.path");
    }

    @Test
    void countsAnEmptyTextAsAbsent() {
        assertThat(Samples.viewed().channel("").device(new Device("", "")).build())
                .isEqualTo(Samples.viewed().build());
    }

    @Test
    void refusesNumbersOutsideTheirRange() {
        Refusals.refuses(() -> new Page(null, null, null, -1L, null), Code.OUT_OF_RANGE, "page.load_ms");
        Refusals.refuses(() -> new Page(null, null, null, null, 1L << 31), Code.OUT_OF_RANGE, "page.dwell_ms");
        Refusals.refuses(
                () -> new Product(null, null, null, null, null, 1_000_000_001L), Code.OUT_OF_RANGE, "product.quantity");
    }

    @Test
    void refusesMoreProductsThanALimit() {
        Product product = new Product("p", null, null, null, null, null);
        List<Product> most = Collections.nCopies(Event.MAX_PRODUCTS, product);
        List<Product> more = Collections.nCopies(Event.MAX_PRODUCTS + 1, product);

        assertThat(Samples.viewed().products(most).build().products()).hasSize(500);
        Refusals.refuses(Samples.viewed().products(more)::build, Code.TOO_MANY_ITEMS, "product");
    }

    @Test
    void countsKeysOfPropertiesAndTraitsTogether() {
        EventBuilder event =
                Samples.viewed().properties(keys("properties", 600)).traits(keys("traits", 400));

        assertThat(event.build().properties().keys()).isEqualTo(600);
        Refusals.refuses(event.traits(keys("traits", 401))::build, Code.TOO_MANY_KEYS, "properties");
    }

    @Test
    void isNotChangedByALaterChangeOfItsList() {
        List<Product> products = new ArrayList<>(List.of(new Product("p", null, null, null, null, null)));
        Event event = Samples.viewed().products(products).build();
        products.clear();

        assertThat(event.products()).hasSize(1);
    }

    @Test
    void sessionsAndOrdersBelongToTheirCustomer() {
        Order order = new Order("o-1", null, null, null, null, null);
        Event event = Samples.viewed().sessionId("s-1").order(order).build();

        assertThat(event.sessionHash()).hasValue(Hashes.of("u-1", "s-1"));
        assertThat(event.orderHash()).hasValue(Hashes.of("u-1", "o-1"));
        assertThat(Samples.viewed().build().sessionHash()).isEmpty();
        assertThat(Samples.viewed().build().orderHash()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void typesHaveTheirWireNames(EventType type) {
        assertThat(EventType.of(type.wireName())).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Track", "event", "TRACK"})
    void refusesUnknownTypes(String name) {
        Refusals.refuses(() -> EventType.of(name), Code.INVALID_VALUE, "type");
    }

    static Stream<EventType> types() {
        return Stream.of(EventType.values());
    }

    private static Event withMessageId(String id) {
        return Event.builder(id, EventType.IDENTIFY, CustomerId.of("u", null), Samples.at(Samples.NOON), "shop")
                .build();
    }

    private static FreeFields freeText(String key, String value) {
        return FreeFields.of("properties", JsonNodeFactory.instance.objectNode().put(key, value));
    }

    private static FreeFields keys(String field, int count) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < count; i++) {
            object.put("k" + i, i);
        }
        return FreeFields.of(field, object);
    }
}
