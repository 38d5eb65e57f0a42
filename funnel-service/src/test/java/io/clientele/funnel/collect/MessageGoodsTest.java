package io.clientele.funnel.collect;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.contract.event.EventType;

import static org.assertj.core.api.Assertions.assertThat;

class MessageGoodsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "product_id":"p" | {"id":"p","name":"N","category":"C"}
            "productId":"p"  | {"id":"p","name":"N","category":"C"}
            "sku":"p"        | {"id":"p","name":"N","category":"C"}
            "brand":"b"      | {"name":"N","category":"C","brand":"b"}
            "price":2        | {"name":"N","category":"C","price":2000000}
            "quantity":2     | {"name":"N","category":"C","quantity":2}
            """)
    void makesAProductOfATrackCallThatNamesOne(String key, String product) {
        JsonNode stored = Messages.tracked("A", "{%s,\"name\":\"N\",\"category\":\"C\",\"id\":7}".formatted(key));

        assertThat(stored.path("product")).isEqualTo(Messages.json("[" + product + "]"));
        assertThat(stored.path("properties")).isEqualTo(Messages.json("{\"id\":7}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"id\":7,", "\"variant\":\"red\",", "\"products\":[],\"price\":2,"})
    void leavesNameAndCategoryAmongThePropertiesOtherwise(String keys) {
        String properties = "{" + keys + "\"name\":\"N\",\"category\":\"C\"}";
        JsonNode stored = Messages.tracked("A", properties);

        assertThat(stored.has("product")).isFalse();
        assertThat(stored.path("properties")).isEqualTo(Messages.json(properties.replace("\"products\":[],", "")));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TRACK")
    void makesNoProductOfOtherCalls(EventType call) {
        String properties = "{\"product_id\":\"p\",\"price\":2,\"quantity\":1}";
        JsonNode stored = Messages.stored(
                call, Messages.of("\"previousId\":\"p\",\"groupId\":\"g\",\"properties\":" + properties));

        assertThat(stored.has("product")).isFalse();
        assertThat(stored.path("properties")).isEqualTo(Messages.json(properties));
    }

    @Test
    void takesListedProductsInOrderAndKeepsWhatElseTheySay() {
        JsonNode stored = Messages.tracked("A", """
                {"products":[
                  {"sku":"s","product_id":"p1","name":"N","category":"C","brand":"B","price":"9.99","quantity":2,
                   "variant":"red","position":1},
                  {"id":2},
                  {"name":"nameless","url":"https://x"}],
                 "name":"list","price":7}
                """);

        assertThat(stored.path("product")).isEqualTo(Messages.json("""
                [{"id":"p1","name":"N","category":"C","brand":"B","price":9990000,"quantity":2},
                 {"id":"2"},
                 {"name":"nameless"}]
                """));
        assertThat(stored.path("properties")).isEqualTo(Messages.json("""
                {"name":"list","price":7,
                 "products":[{"product_id":"p1","variant":"red","position":1},{"product_id":null,"url":"https://x"}]}
                """));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Order Completed    | {"value":3}                         | 3000000 |
            Cart Viewed        | {"value":3,"revenue":null}          | 3000000 |
            Checkout Started   | {"value":3,"total":""}              | 3000000 |
            Order Completed    | {"value":3,"revenue":2}             | 2000000 | {"value":3}
            Order Completed    | {"value":3,"total":2}               | 2000000 | {"value":3}
            Product Viewed     | {"value":3}                         |         | {"value":3}
            My Order Completed | {"value":3}                         |         | {"value":3}
            Product Viewed     | {"value":"high"}                    |         | {"value":"high"}
            Product Viewed     | {"total":2}                         | 2000000 |
            """)
    void takesValueAsRevenueOfOrdersCartsAndCheckoutsOnly(String event, String properties, Long revenue, String kept) {
        JsonNode stored = Messages.tracked(event, properties);

        assertThat(stored.at("/order/revenue"))
                .isEqualTo(revenue == null ? Messages.json("") : Messages.json(String.valueOf(revenue)));
        assertThat(stored.path("properties")).isEqualTo(Messages.json(kept == null ? "" : kept));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            19.99                                 | 19990000
            "19.99"                               | 19990000
            " 19.99 "                             | 19990000
            -5                                    | -5000000
            1e3                                   | 1000000000
            0.0000005                             | 0
            0.0000015                             | 2
            0.00000050000000000000000000000000001 | 1
            9223372036854.775807                  | 9223372036854775807
            """)
    void readsAmountsAtAnyNumberOfDigits(String written, long millionths) {
        assertThat(Messages.tracked("A", "{\"revenue\":" + written + "}")
                        .at("/order/revenue")
                        .longValue())
                .isEqualTo(millionths);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"revenue":1,"currency":"eur"}            | EUR
            {"revenue":1,"currency":"EUR"}            | EUR
            {"currency":"eur"}                        | EUR
            {"revenue":1}                             | SEK
            {"discount":1,"currency":""}              | SEK
            {"price":0}                               | SEK
            {"products":[{"price":1}]}                | SEK
            {"quantity":1}                            |
            {"products":[{"product_id":"p"}]}         |
            {}                                        |
            """)
    void takesTheDefaultCurrencyOnlyForAmounts(String properties, String currency) {
        assertThat(Messages.tracked("A", properties).path("currency").textValue())
                .isEqualTo(currency);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"currency":"EU"}                           | INVALID_VALUE  | currency
            {"currency":"EU1","revenue":1}              | INVALID_VALUE  | currency
            {"currency":7}                              | INVALID_TYPE   | currency
            {"products":{}}                             | INVALID_TYPE   | product
            {"products":"p"}                            | INVALID_TYPE   | product
            {"products":["p"]}                          | INVALID_TYPE   | product
            {"revenue":9223372036854.775808}            | OUT_OF_RANGE   | order.revenue
            {"discount":1e999999999}                    | OUT_OF_RANGE   | order.discount
            {"quantity":-1}                             | OUT_OF_RANGE   | product.quantity
            {"quantity":1000000001}                     | OUT_OF_RANGE   | product.quantity
            {"products":[{"quantity":1e99}]}            | OUT_OF_RANGE   | product.quantity
            {"products":[{"variant":"\\u0000"}]}        | INVALID_TEXT   | properties
            """)
    void rejectsWhatIsNoPriceQuantityOrList(String properties, String code, String field) {
        String message = Messages.of("\"event\":\"A\",\"properties\":" + properties);

        Messages.assertRefused(EventType.TRACK, message, code, field);
    }

    @Test
    void takesAsManyProductsAsAnEventMayHave() {
        String most = "{\"products\":[" + "{\"id\":1},".repeat(499) + "{\"id\":1}]}";
        String more = most.replace("]", ",{\"id\":1}]");

        assertThat(Messages.tracked("A", most).path("product")).hasSize(500);
        Messages.assertRefused(
                EventType.TRACK, Messages.of("\"event\":\"A\",\"properties\":" + more), "TOO_MANY_ITEMS", "product");
    }
}
