package io.clientele.funnel.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import io.clientele.funnel.ServiceToken;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Asks the internal endpoints of the service under test as another service does. */
public final class Internal {

    /** More calls than any test's work takes: one that is never done fails. */
    private static final int MOST_CALLS = 100;

    private static final AtomicLong LAST_DECISION = new AtomicLong();

    private Internal() {}

    public static RequestSpecification service() {
        return given().auth().oauth2(ServiceToken.of("profile-service"));
    }

    public static ValidatableResponse post(String path, Object body) {
        return service()
                .contentType("application/json")
                .body(body)
                .post("/internal/v1/" + path)
                .then();
    }

    /** The number of a new decision, above all that were given before. */
    public static long decision() {
        return LAST_DECISION.incrementAndGet();
    }

    /** The body of a new decision that this home customer's events of all times are stored under this customer. */
    public static Map<String, Object> wish(String homeCustomer, String customer) {
        return new HashMap<>(Map.of("homeCustomer", homeCustomer, "customer", customer, "decision", decision()));
    }

    /** Re-keys until it is done; how many events were moved. */
    public static long rekey(String homeCustomer, String customer) {
        return rekey(wish(homeCustomer, customer));
    }

    public static long rekey(Map<String, Object> wish) {
        long moved = 0;
        for (int call = 0; call < MOST_CALLS; call++) {
            JsonPath answer = rekey(List.of(wish));
            moved += answer.getLong("runs[0].moved");
            if (answer.getBoolean("runs[0].done")) {
                return moved;
            }
        }
        throw new AssertionError("not done after " + MOST_CALLS + " calls");
    }

    /** What one call does of these. */
    public static JsonPath rekey(List<Map<String, Object>> wishes) {
        return post("rekey", Map.of("runs", wishes)).statusCode(200).extract().jsonPath();
    }

    /** Erases until it is done; the sums of what the calls did. */
    public static Map<String, Long> erase(Object... customers) {
        Map<String, Long> sums = new HashMap<>();
        for (int call = 0; call < MOST_CALLS; call++) {
            JsonPath answer = post("erase", Map.of("customers", List.of(customers)))
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            List.of("events", "copies", "rejected").forEach(kind -> sums.merge(kind, answer.getLong(kind), Long::sum));
            assertThat(answer.getBoolean("done")).isEqualTo(answer.getLong("left") == 0);
            if (answer.getBoolean("done")) {
                return sums;
            }
        }
        throw new AssertionError("not done after " + MOST_CALLS + " calls");
    }

    public static void assertRefused(String path, Object body, String code, @Nullable String field) {
        JsonPath error = post(path, body).statusCode(400).extract().jsonPath();
        assertThat(error.getString("error.code")).isEqualTo(code);
        assertThat(error.getString("error.field")).isEqualTo(field);
        assertThat(error.getString("error.message")).isNotBlank();
    }
}
