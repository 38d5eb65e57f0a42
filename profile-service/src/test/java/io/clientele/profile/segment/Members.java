package io.clientele.profile.segment;

import java.time.Duration;
import java.util.Map;

import io.restassured.path.json.JsonPath;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.nullValue;

/** Asks the index for the members of segments, and waits for them. */
final class Members {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Members() {}

    /** Returns when the service is ready, and nothing of earlier tests is left. */
    static void awaitEmpty(TestCustomers customers) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(state().getString("data.customersIndex.live"))
                        .isNotNull());
        // The work in the background may be in the way of clearing.
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(customers::clear);
    }

    static JsonPath state() {
        return Ask.as("admin", "{ customersIndex { live filling filled pending } }", Map.of())
                .body("errors", nullValue())
                .extract()
                .jsonPath();
    }

    static JsonPath members(String segment, String page) {
        return Ask.good(
                        "{ segment(id: \"" + segment + "\") { members(" + page
                                + ") { totalCount edges { node { id } cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }",
                        Map.of())
                .extract()
                .jsonPath();
    }

    static void awaitTotal(String segment, int total) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(members(segment, "first: 1").getInt("data.segment.members.totalCount"))
                        .isEqualTo(total));
    }

    static void awaitMembers(String segment, int total, String... ids) {
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            JsonPath members = members(segment, "first: 100");
            assertThat(members.getList("data.segment.members.edges.node.id")).containsExactly((Object[]) ids);
            assertThat(members.getInt("data.segment.members.totalCount")).isEqualTo(total);
        });
    }
}
