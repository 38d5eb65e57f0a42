package io.clientele.profile.contact;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.edge.ServiceTokens;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.edge.testing.TestTokens;
import io.clientele.profile.segment.SegmentsStack;
import io.clientele.profile.segment.TestCustomers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(SegmentsStack.class)
class ContactCardsQuarkusTest {

    private static final String CARDS = "/internal/v1/customers/cards";

    @Inject
    TestCustomers customers;

    @Inject
    ServiceTokens tokens;

    @BeforeEach
    void clear() {
        // The work in the background may be in the way of clearing.
        await().ignoreExceptions().until(() -> {
            customers.clear();
            customers.run("TRUNCATE device_claim");
            return true;
        });
    }

    @Test
    void leadsFromEveryIdToTheCustomer() {
        customers.put("customer-1", "gold", "Product Viewed", 3);
        customers.put("anon:d1", "none", "Product Viewed", 2);
        customers.put("old-2", "silver", "Product Viewed", 1);
        customers.merge("anon:d1", "customer-1");
        customers.merge("old-2", "customer-1");
        customers.put("another", "silver", "Product Viewed", 1);
        claim("silent", 1, "customer-1");
        claim("handed-on", 1, "customer-1");
        claim("handed-on", 2, "another");

        JsonPath cards = cards(List.of("old-2", "nobody", "anon:d1", "d1", "silent", "customer-1", "old-2"));

        assertThat(cards.getList("cards.asked")).containsExactly("old-2", "anon:d1", "d1", "silent", "customer-1");
        assertThat(cards.<String>getList("cards.id")).containsOnly("customer-1");
        assertThat(cards.getList("cards.ids")).containsOnly(List.of("anon:d1", "anon:silent", "customer-1", "old-2"));
        assertThat(cards(List.of("handed-on", "anon:handed-on")).getList("cards.id"))
                .as("the last to claim it")
                .containsOnly("another");
    }

    @Test
    void tellsWhatIsStoredOfTheCustomer() {
        customers.put("customer-1", "gold", "Product Viewed", 3);
        customers.run("UPDATE customer SET segments = '{heavy-carters,lapsed}', tags = '{vip}'");

        JsonPath cards = cards(List.of("customer-1"));

        assertThat(cards.getMap("cards[0].traits")).isEqualTo(Map.of("plan", "gold"));
        assertThat(cards.getList("cards[0].segments")).containsExactly("heavy-carters", "lapsed");
        assertThat(cards.getList("cards[0].tags")).containsExactly("vip");
        assertThat(cards.getString("cards[0].tier")).isEqualTo("NONE");
        assertThat(cards.getString("cards[0].lifecycle")).isEqualTo("POTENTIAL");
        assertThat(cards.<Integer>getList("cards[0].hours"))
                .hasSize(24)
                .satisfies(hours -> assertThat(
                                hours.stream().mapToInt(Integer::intValue).sum())
                        .as("what was viewed; an identify is no activity")
                        .isEqualTo(3));
        assertThat(cards.getString("cards[0].lastSeen")).startsWith("20").endsWith("Z");
    }

    @Test
    void saysByTheIdThatACustomerWasMergedAndNothingOfOneThatIsNoMore() {
        customers.put("a", "gold", "Product Viewed", 1);
        customers.put("b", "gold", "Product Viewed", 1);
        assertThat(cards(List.of("a", "b")).getList("cards.id")).containsExactly("a", "b");
        customers.merge("b", "a");
        assertThat(cards(List.of("a", "b")).getList("cards.id")).containsExactly("a", "a");
        clear();
        assertThat(cards(List.of("a", "b")).getList("cards")).isEmpty();
    }

    @Test
    void passesOverWhatNoIdCanBe() {
        customers.put("a", "gold", "Product Viewed", 1);
        assertThat(cards(List.of(" ", "", "a\u0000", "x".repeat(513), "a")).getList("cards.asked"))
                .containsExactly("a");
        assertThat(cards(List.of(" ")).getList("cards")).isEmpty();
    }

    @Test
    void answersAThousandAtATime() {
        for (int i = 0; i < 30; i++) {
            customers.put("c" + i, "gold", "Product Viewed", 1);
        }
        List<String> asked = IntStream.range(0, 1_000).mapToObj(i -> "c" + i).toList();
        assertThat(cards(asked).getList("cards.id")).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void namesWhatItRefuses() {
        refused("{", 400, "MALFORMED_JSON", null);
        refused("[]", 400, "INVALID_TYPE", null);
        refused("{}", 400, "MISSING_FIELD", "customers");
        refused("{\"customers\":[\"a\"],\"fields\":[]}", 400, "UNKNOWN_FIELD", "fields");
        refused("{\"customers\":\"a\"}", 400, "INVALID_TYPE", "customers");
        refused("{\"customers\":[]}", 400, "INVALID_VALUE", "customers");
        refused("{\"customers\":[\"a\",7]}", 400, "INVALID_TYPE", "customers[1]");
        refused(Map.of("customers", Collections.nCopies(1_001, "a")), 400, "INVALID_VALUE", "customers");
        refused("\"" + "x".repeat(4 * 1024 * 1024) + "\"", 413, "BODY_TOO_LARGE", null);
    }

    @Test
    void isForServicesOnly() {
        for (RequestSpecification caller : List.of(given(), given().auth().oauth2(TestTokens.token("admin")))) {
            caller.contentType("application/json")
                    .body(Map.of("customers", List.of("a")))
                    .post(CARDS)
                    .then()
                    .statusCode(401);
        }
    }

    private JsonPath cards(List<String> asked) {
        return ask(Map.of("customers", asked)).statusCode(200).extract().jsonPath();
    }

    private void refused(Object body, int status, String code, @Nullable String field) {
        ask(body).statusCode(status).body("error.code", equalTo(code)).body("error.field", equalTo(field));
    }

    private ValidatableResponse ask(Object body) {
        return given().auth()
                .oauth2(tokens.issue())
                .contentType("application/json")
                .body(body)
                .post(CARDS)
                .then();
    }

    private void claim(String device, int at, String user) {
        customers.run("INSERT INTO device_claim (device, at, message_id, user_id) VALUES ('" + device + "', " + at
                + ", 'm" + at + "', '" + user + "')");
    }
}
