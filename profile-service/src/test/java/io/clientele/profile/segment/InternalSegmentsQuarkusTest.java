package io.clientele.profile.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.clientele.edge.ServiceTokens;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.edge.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(SegmentsStack.class)
class InternalSegmentsQuarkusTest {

    private static final String SEGMENTS = "/internal/v1/segments";
    private static final Map<String, ?> GOLD =
            Map.of("trait", Map.of("name", "plan", "operator", "ANY_OF", "values", List.of("gold")));

    @Inject
    TestCustomers customers;

    @Inject
    ServiceTokens tokens;

    @BeforeEach
    void empty() {
        Members.awaitEmpty(customers);
    }

    @Test
    void definesASegmentOnceAKeyAndSaysWhenItIsSettled() {
        customers.put("a", "gold", "Product Viewed", 1);
        customers.put("b", "silver", "Product Viewed", 1);
        customers.put("c", "gold", "Product Viewed", 1);
        for (int again = 0; again < 2; again++) {
            define("campaign-3", Map.of("key", "k", "name", "Audience", "condition", GOLD))
                    .statusCode(200)
                    .body("id", equalTo("campaign-3"))
                    .body("kind", equalTo("CONDITION"))
                    .body("version", equalTo(1));
        }
        await().until(() -> exist("campaign-3").getBoolean("segments[0].settled"));
        JsonPath segments = exist("nothing", "x".repeat(100), "campaign-3");
        assertThat(segments.getList("segments.id")).containsExactly("campaign-3");
        assertThat(segments.getString("segments[0].name")).isEqualTo("Audience");
        assertThat(segments.getString("segments[0].kind")).isEqualTo("CONDITION");
        assertThat(segments.getInt("segments[0].size")).isEqualTo(2);
        assertThat(members("campaign-3", "", 10).getList("customers")).containsExactly("a", "c");
        assertThat(customers.number("SELECT count(*) FROM segment_version WHERE changed_by = 'profile-service'"))
                .isEqualTo(1);
    }

    @Test
    void refusesWhatTheMutationRefuses() {
        Map<String, ?> good = Map.of("key", "k1", "name", "Audience", "condition", GOLD);
        define("good", good).statusCode(200);
        refused("other", good, "KEY_REUSED", "key");
        refused("No Id", Map.of("key", "k2", "name", "A", "condition", GOLD), "INVALID_VALUE", "id");
        refused("a", Map.of("key", "k2", "name", " ", "condition", GOLD), "INVALID_VALUE", "name");
        refused("a", Map.of("key", "", "name", "A", "condition", GOLD), "INVALID_VALUE", "key");
        refused("a", Map.of("key", "k2", "name", "A"), "MISSING_FIELD", "condition");
        refused("a", Map.of("key", "k2", "name", 7, "condition", GOLD), "INVALID_TYPE", "name");
        refused("a", Map.of("key", "k2", "name", "A", "condition", Map.of()), "MALFORMED", "condition");
        refused(
                "a",
                Map.of("key", "k2", "name", "A", "condition", Map.of("segment", Map.of("id", "nothing"))),
                "UNKNOWN_SEGMENT",
                "condition");
        refused(
                "a",
                Map.of("key", "k2", "name", "A", "condition", Map.of("segment", Map.of("id", "a"))),
                "SEGMENT_CYCLE",
                "condition");
        Ask.good(
                "mutation($input: DefineSegmentInput!) { defineSegment(input: $input) { id } }",
                Map.of("input", Map.of("key", Ask.key(), "id", "by-hand", "name", "M", "kind", "MANUAL")));
        refused("by-hand", Map.of("key", "k2", "name", "A", "condition", GOLD), "SEGMENT_KIND_CHANGED", "kind");
        assertThat(customers.number("SELECT count(*) FROM segment")).isEqualTo(2);
    }

    @Test
    void pagesThroughMembersAsTheyAreStored() {
        for (int i = 0; i < 25; i++) {
            customers.put("c" + i, "gold", "Product Viewed", 1);
        }
        customers.run("INSERT INTO segment (id, name, kind, version, changed_by) VALUES ('m', 'M', 'MANUAL', 1, 't');"
                + " UPDATE customer SET segments = '{l,m}' WHERE id <> 'c7'");
        List<String> all = new ArrayList<>();
        String after = "";
        do {
            JsonPath page = members("m", after, 10);
            all.addAll(page.getList("customers"));
            after = page.getString("after");
        } while (after != null);
        assertThat(all).hasSize(24).isSorted().doesNotHaveDuplicates().doesNotContain("c7");
        assertThat(exist("m").getInt("segments[0].size")).isEqualTo(24);
        service()
                .get(SEGMENTS + "/nothing/members")
                .then()
                .statusCode(404)
                .body("error.code", equalTo("UNKNOWN_SEGMENT"));
    }

    @ParameterizedTest
    @CsvSource({"m, 0, limit", "m, 10001, limit", "m, x, limit", "No Id, 1, id"})
    void namesTheFieldOfAPageThatItRefuses(String segment, String limit, String field) {
        service()
                .queryParam("limit", limit)
                .get(SEGMENTS + "/{segment}/members", segment)
                .then()
                .statusCode(400)
                .body("error.code", equalTo("INVALID_VALUE"))
                .body("error.field", equalTo(field));
    }

    @Test
    void isForServicesOnly() {
        for (RequestSpecification caller : List.of(given(), given().auth().oauth2(TestTokens.token("admin")))) {
            caller.contentType("application/json");
            caller.get(SEGMENTS + "/m/members").then().statusCode(401);
            caller.body("{}").post(SEGMENTS + "/exist").then().statusCode(401);
            caller.body("{}").put(SEGMENTS + "/m").then().statusCode(401);
        }
    }

    private JsonPath exist(String... ids) {
        return service()
                .body(Map.of("ids", ids))
                .post(SEGMENTS + "/exist")
                .then()
                .statusCode(200)
                .body("error", nullValue())
                .extract()
                .jsonPath();
    }

    private JsonPath members(String segment, String after, int limit) {
        return service()
                .queryParams(Map.of("after", after, "limit", limit))
                .get(SEGMENTS + "/" + segment + "/members")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private ValidatableResponse define(String id, Map<String, ?> body) {
        return service().body(body).put(SEGMENTS + "/{id}", id).then();
    }

    private void refused(String id, Map<String, ?> body, String code, String field) {
        define(id, body).statusCode(400).body("error.code", equalTo(code)).body("error.field", equalTo(field));
    }

    private RequestSpecification service() {
        return given().auth().oauth2(tokens.issue()).contentType("application/json");
    }
}
