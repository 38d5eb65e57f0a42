package io.clientele.profile.segment;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(SegmentsStack.class)
class DeepPreviewQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    TestCustomers customers;

    @BeforeEach
    void empty() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(customers::clear);
    }

    @Test
    void previewsCountsThatDocumentsDoNotTell() {
        for (int times = 14; times < 24; times++) {
            customers.put("c" + times, times % 2 == 0 ? "gold" : "free", "Order Placed", times);
        }
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(
                                preview(orders(Map.of("atLeast", 1)), 0).getInt("data.previewSegment.size"))
                        .isEqualTo(10));

        JsonPath more = preview(orders(Map.of("atLeast", 17)), 100);
        assertThat(more.getInt("data.previewSegment.size")).isEqualTo(7);
        assertThat(more.getInt("data.previewSegment.customers")).isEqualTo(10);
        assertThat(more.getList("data.previewSegment.sample.id"))
                .containsExactlyInAnyOrder("c17", "c18", "c19", "c20", "c21", "c22", "c23");
        JsonPath fewer = preview(
                Map.of("and", List.of(gold(), Map.of("not", orders(Map.of("atLeast", 19, "withinDays", 7))))), 2);
        assertThat(fewer.getInt("data.previewSegment.size")).isEqualTo(3);
        assertThat(fewer.getList("data.previewSegment.sample")).hasSize(2);
        assertThat(preview(orders(Map.of("atLeast", 15, "atMost", 21)), 0).getInt("data.previewSegment.size"))
                .isEqualTo(7);
        assertThat(preview(orders(Map.of("atMost", 16)), 0).getInt("data.previewSegment.size"))
                .isEqualTo(3);
    }

    private static Map<String, ?> gold() {
        return Map.of("trait", Map.of("name", "plan", "operator", "ANY_OF", "values", List.of("gold")));
    }

    private static Map<String, ?> orders(Map<String, ?> howOften) {
        Map<String, Object> behaviour = new HashMap<>(howOften);
        behaviour.put("event", "Order Placed");
        return Map.of("behaviour", behaviour);
    }

    private static JsonPath preview(Map<String, ?> condition, int sample) {
        return Ask.good("""
                        query($condition: ConditionInput!, $sample: Int) {
                          previewSegment(condition: $condition, sample: $sample) { size customers sample { id } } }""", Map.of("condition", condition, "sample", sample))
                .extract()
                .jsonPath();
    }
}
