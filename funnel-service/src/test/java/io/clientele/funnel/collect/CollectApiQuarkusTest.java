package io.clientele.funnel.collect;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.clientele.edge.testing.SigningKeys;
import io.clientele.funnel.StackResource;
import io.clientele.funnel.StoreProbe;
import io.clientele.funnel.TestShop;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(SigningKeys.class)
class CollectApiQuarkusTest {

    @ConfigProperty(name = "quarkus.elasticsearch.hosts")
    String elasticsearch;

    private final String id = UUID.randomUUID().toString();

    @BeforeEach
    void awaitReady() {
        TestShop.awaitReady();
    }

    @Test
    void acceptsOnceAndReportsTheSecondAsDuplicate() {
        String message = message(id, "\"event\":\"Product Viewed\"");
        post("/v1/track", message).statusCode(200).body("accepted", equalTo(1)).body("items", empty());
        post("/v1/track", message)
                .statusCode(200)
                .body("accepted", equalTo(0))
                .body("duplicate", equalTo(1))
                .body("items[0].status", equalTo("duplicate"))
                .body("items[0].messageId", equalTo(id));
        assertThat(stored().byMessageId(id)).hasSize(1);
    }

    @Test
    void keepsTheFirstTimeOfARetryWithAnotherSentAt() {
        String message = message(id, "\"event\":\"A\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"sentAt\":\"%s\"");
        post("/v1/track", message.formatted("2026-01-01T00:00:10Z")).body("accepted", equalTo(1));
        String first = stored().byMessageId(id).at("/0/_source/@timestamp").asText();
        post("/v1/track", message.formatted("2026-01-01T09:00:00Z")).body("duplicate", equalTo(1));
        assertThat(stored().byMessageId(id).at("/0/_source/@timestamp").asText())
                .isEqualTo(first);
    }

    @Test
    void answersEachItemOfAMixedBatch() {
        String good = message(id, "\"type\":\"track\",\"event\":\"A\"");
        String nameless = message("nameless-" + id, "\"type\":\"track\"");
        batch(good + "," + good + "," + nameless + ",7")
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("duplicate", equalTo(1))
                .body("rejected", equalTo(2))
                .body("items", hasSize(3))
                .body("items[0].index", equalTo(1))
                .body("items[1].index", equalTo(2))
                .body("items[1].code", equalTo("MISSING_FIELD"))
                .body("items[1].field", equalTo("event"))
                .body("items[1].messageId", equalTo("nameless-" + id))
                .body("items[2].code", equalTo("INVALID_TYPE"));
    }

    @Test
    void saysThatAnEventWithoutMessageIdCannotBeRecognisedAgain() {
        post("/v1/track", "{\"userId\":\"u1\",\"event\":\"A\"}")
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("items[0].code", equalTo("MESSAGE_ID_GENERATED"))
                .body("items[0].messageId", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"identify", "track", "page", "screen", "group", "alias"})
    void takesEveryCallAtItsOwnAddress(String call) {
        String name = call.equals("track") ? "\"event\":\"A\"," : "";
        post("/v1/" + call, message(id, name + "\"groupId\":\"g\",\"previousId\":\"p\""))
                .statusCode(200)
                .body("accepted", equalTo(1));
        assertThat(stored().byMessageId(id).at("/0/_source/type").asText()).isEqualTo(call);
    }

    @Test
    void takesTheWriteKeyFromTheBody() {
        given().body("{\"writeKey\":\"%s\",\"batch\":[%s]}"
                        .formatted(TestShop.WRITE_KEY, message(id, "\"type\":\"track\",\"event\":\"A\"")))
                .post("/v1/batch")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {                         | 400 | MALFORMED_JSON
            nothing                   | 400 | MALFORMED_JSON
            {"batch":[7]} trailing    | 400 | MALFORMED_JSON
            {"\\udc00":1}             | 400 | MALFORMED_JSON
            {"batch":[1e99999999999]} | 400 | MALFORMED_JSON
            []                        | 400 | INVALID_TYPE
            {"batch":7}               | 400 | INVALID_TYPE
            {"batch":[]}              | 400 | EMPTY_BATCH
            {"other":[]}              | 400 | MISSING_FIELD
            """)
    void refusesWhatIsNoBatch(String body, int status, String code) {
        post("/v1/batch", body).statusCode(status).body("error.code", equalTo(code));
    }

    @Test
    void refusesAnEmptyBody() {
        post("/v1/batch", "").statusCode(400).body("error.code", equalTo("MALFORMED_JSON"));
    }

    @Test
    void refusesInvalidUtf8() {
        byte[] body = "{\"batch\":[\"\u00ff\"]}".getBytes(StandardCharsets.ISO_8859_1);
        sender().contentType("application/json")
                .body(body)
                .post("/v1/batch")
                .then()
                .statusCode(400)
                .body("error.code", equalTo("MALFORMED_JSON"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "event":"A","timestamp":"yesterday"                         | INVALID_VALUE | original_timestamp
            "event":"A","timestamp":7                                   | INVALID_TYPE  | original_timestamp
            "event":"A","timestamp":"1812-01-01T00:00:00Z"              | OUT_OF_RANGE  | original_timestamp
            "event":7                                                   | INVALID_TYPE  | event
            "event":"A","properties":[]                                 | INVALID_TYPE  | properties
            "event":"A","properties":{"price":"cheap"}                  | INVALID_TYPE  | product.price
            "event":"A","properties":{"load_ms":1e30}                   | OUT_OF_RANGE  | page.load_ms
            "event":"A","properties":{"price":1e40}                     | OUT_OF_RANGE  | product.price
            "event":"A","properties":{"quantity":1.5,"product_id":"p"}  | INVALID_TYPE  | product.quantity
            "event":"A","properties":{"products":{}}                    | INVALID_TYPE  | product
            "event":"A","properties":{"a":"\\u0000"}                    | INVALID_TEXT  | properties
            "event":"A","properties":{"a":"\\ud800"}                    | INVALID_TEXT  | properties
            "event":"A","userId":"anon:7"                               | INVALID_VALUE | customer_id
            """)
    void rejectsAndKeepsWhatIsNoEvent(String fields, String code, String field) {
        String message = "{\"messageId\":\"%s\",\"userId\":\"u1\",\"type\":\"track\",%s}".formatted(id, fields);
        batch(message)
                .statusCode(200)
                .body("rejected", equalTo(1))
                .body("items[0].code", equalTo(code))
                .body("items[0].field", equalTo(field));
        assertThat(stored().byMessageId(id)).isEmpty();
    }

    @Test
    void rejectsAMessageIdOfTooManyBytes() {
        post("/v1/track", message("\u00e9".repeat(129), "\"event\":\"A\""))
                .statusCode(200)
                .body("items[0].code", equalTo("TOO_LONG"))
                .body("items[0].field", equalTo("message_id"));
    }

    @Test
    void rejectsAnEventOfMoreThan32Kilobytes() {
        post("/v1/track", message(id, "\"event\":\"A\",\"properties\":{\"a\":\"%s\"}".formatted("x".repeat(33_000))))
                .statusCode(200)
                .body("items[0].code", equalTo("TOO_LONG"))
                .body("items[0].field", equalTo("message"));
    }

    @Test
    void rejectsDeepNestingAndThousandsOfKeys() {
        String deep = "{\"a\":".repeat(20) + "1" + "}".repeat(20);
        StringBuilder wide = new StringBuilder("{\"k\":0");
        for (int i = 0; i < 1_500; i++) {
            wide.append(",\"k").append(i).append("\":0");
        }
        post("/v1/track", message(id, "\"event\":\"A\",\"properties\":" + deep))
                .body("items[0].code", equalTo("TOO_DEEP"));
        post("/v1/track", message(id, "\"event\":\"A\",\"properties\":" + wide + "}"))
                .body("items[0].code", equalTo("TOO_MANY_KEYS"));
    }

    @Test
    void refusesJsonOfAbsurdDepthAsAWhole() {
        post("/v1/batch", "{\"batch\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}")
                .statusCode(400)
                .body("error.code", equalTo("MALFORMED_JSON"));
    }

    @Test
    void refusesMoreThan2500Events() {
        String small = "{\"type\":\"track\"}";
        batch((small + ",").repeat(2_500) + small).statusCode(413).body("error.code", equalTo("TOO_MANY_EVENTS"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic !!!", "Basic d3Jvbmc6", "Bearer wk_test"})
    void wantsAKnownWriteKey(String authorization) {
        given().header("Authorization", authorization)
                .body("{\"batch\":[{\"type\":\"track\"}]}")
                .post("/v1/batch")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Basic"))
                .body("error.code", equalTo("INVALID_WRITE_KEY"));
    }

    @Test
    void correctsAWrongClockAndClampsTheFuture() {
        post("/v1/track", message(id, "\"event\":\"A\",\"timestamp\":\"2999-01-01T00:00:00Z\""))
                .body("accepted", equalTo(1));
        var event = stored().byMessageId(id).at("/0/_source");
        assertThat(event.path("@timestamp")).isEqualTo(event.path("received_at"));
        assertThat(event.path("original_timestamp").asText()).startsWith("2999");
    }

    private ValidatableResponse batch(String items) {
        return post("/v1/batch", "{\"batch\":[" + items + "]}");
    }

    private static ValidatableResponse post(String path, String body) {
        return sender().contentType("application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(path)
                .then();
    }

    private static RequestSpecification sender() {
        return given().auth().preemptive().basic(TestShop.WRITE_KEY, "");
    }

    private StoreProbe stored() {
        return new StoreProbe(elasticsearch);
    }

    private static String message(String messageId, String fields) {
        return "{\"messageId\":\"%s\",\"userId\":\"u1\",%s}".formatted(messageId, fields);
    }
}
