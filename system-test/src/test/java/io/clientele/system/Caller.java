package io.clientele.system;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.clientele.edge.testing.TestTokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** A shop that sends events, and an administrator who asks. */
public record Caller(ServiceStack stack) {

    /** A message of a kind with an id of its own. */
    public static Map<String, Object> message(String type, Map<String, ?> content) {
        Map<String, Object> message = new HashMap<>(content);
        message.put("type", type);
        message.put("messageId", UUID.randomUUID().toString());
        return message;
    }

    /** Sends messages of which so many are taken. */
    public void send(int accepted, List<Map<String, Object>> messages) {
        ok(given().baseUri(stack.funnel().address().toString())
                        .auth()
                        .preemptive()
                        .basic(ServiceStack.WRITE_KEY, "")
                        .contentType("application/json")
                        .body(Map.of("batch", messages))
                        .post("/v1/batch"))
                .body("accepted", equalTo(accepted));
    }

    /** What the first instance of profile-service answers; the answer has no errors. */
    public JsonPath answer(String query, Map<String, ?> variables) {
        return ok(admin().contentType("application/json")
                        .body(Map.of("query", query, "variables", variables))
                        .post("/graphql"))
                .body("errors", nullValue())
                .extract()
                .jsonPath();
    }

    /** A request to the first instance of profile-service. */
    public RequestSpecification admin() {
        return given().baseUri(stack.profiles().getFirst().address().toString())
                .auth()
                .oauth2(TestTokens.token("admin"));
    }

    public static ValidatableResponse ok(Response response) {
        return response.then().statusCode(200);
    }
}
