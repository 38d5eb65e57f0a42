package io.clientele.gateway.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.clientele.edge.testing.SigningKeys;
import io.clientele.edge.testing.TestTokens;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A trace goes on from the caller through the gateway to the subgraphs, also where the request had to be planned first. */
@QuarkusTest
@TestProfile(TracingQuarkusTest.Traced.class)
@WithTestResource(SigningKeys.class)
@WithTestResource(ShopSubgraphs.class)
class TracingQuarkusTest {

    private static final String CALLER = "b7ad6b7169203331";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    InMemorySpanExporter exported;

    /** As an operator configures it, but for where the spans go. */
    public static final class Traced implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.otel.sdk.disabled", "false", "quarkus.otel.bsp.schedule.delay", "100ms");
        }
    }

    @Singleton
    static final class Exporter {
        @Produces
        @Singleton
        InMemorySpanExporter exporter() {
            return InMemorySpanExporter.create();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ about { name } }", "query Planned { about { name } }", "{ about { name } }"})
    void goesOnFromTheCallerToTheSubgraphs(String query) {
        String trace = UUID.randomUUID().toString().replace("-", "");
        String told = given().auth()
                .oauth2(TestTokens.token("analyst"))
                .header("traceparent", "00-" + trace + "-" + CALLER + "-01")
                .contentType("application/json")
                .body(Map.of("query", query))
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .path("data.about.name");

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(of(trace, SpanKind.SERVER))
                    .extracting(SpanData::getParentSpanId)
                    .containsExactly(CALLER);
            String server = of(trace, SpanKind.SERVER).getFirst().getSpanId();
            assertThat(of(trace, SpanKind.CLIENT)).singleElement().satisfies(call -> {
                assertThat(call.getParentSpanId()).isEqualTo(server);
                assertThat(told).isEqualTo("shop for 00-" + trace + "-" + call.getSpanId() + "-01");
            });
        });
    }

    private List<SpanData> of(String trace, SpanKind kind) {
        return exported.getFinishedSpanItems().stream()
                .filter(span -> span.getTraceId().equals(trace) && span.getKind() == kind)
                .toList();
    }
}
