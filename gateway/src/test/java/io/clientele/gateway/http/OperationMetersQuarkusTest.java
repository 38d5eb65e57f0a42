package io.clientele.gateway.http;

import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.clientele.edge.testing.SigningKeys;
import io.clientele.edge.testing.TestTokens;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(ShopSubgraphs.class)
class OperationMetersQuarkusTest {

    @Inject
    MeterRegistry meters;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "well | { products { name } } | query | ANSWERED",
                "well | mutation { rename(id: 1, name: \"b\") { name } } | mutation | ANSWERED",
                "unavailable | { products { name reviews { text } } } | query | PARTIAL",
                "well | { products { | refused | GRAPHQL_SYNTAX",
                "well | { nothing } | refused | GRAPHQL_VALIDATION"
            })
    void countsOperationsByKindAndOutcome(String fault, String query, String kind, String outcome) {
        long before = operations(kind, outcome);

        ask(fault, query);

        assertThat(operations(kind, outcome)).isEqualTo(before + 1);
    }

    @Test
    void countsHowOftenPlansAreFound() {
        double hits = plans("hit");
        double misses = plans("miss");

        for (int i = 0; i < 3; i++) {
            ask("well", "{ products { askedThrice: name } }");
        }

        assertThat(plans("miss")).isEqualTo(misses + 1);
        assertThat(plans("hit")).isEqualTo(hits + 2);
    }

    @Test
    void tellsPrometheusWithoutNamesOfOperations() {
        ask("well", "query Metered { products { metered: name } }");

        given().get("/q/metrics")
                .then()
                .body(allOf(
                        containsString("clientele_gateway_operation_seconds_bucket"),
                        containsString("cache_gets_total"),
                        not(containsString("Metered"))));
    }

    private long operations(String kind, String outcome) {
        Timer timer = meters.find("clientele_gateway_operation_seconds")
                .tags("kind", kind, "outcome", outcome)
                .timer();
        return timer == null ? 0 : timer.count();
    }

    private double plans(String result) {
        FunctionCounter gets = meters.get("cache.gets")
                .tags("cache", "plans", "result", result)
                .functionCounter();
        return gets.count();
    }

    private static void ask(String fault, String query) {
        given().header("Authorization", "Bearer " + TestTokens.token("analyst"))
                .header("X-Request-Id", fault)
                .contentType("application/json")
                .body(Map.of("query", query))
                .post("/graphql")
                .then()
                .statusCode(200);
    }
}
