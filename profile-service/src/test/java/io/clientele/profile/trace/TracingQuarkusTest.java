package io.clientele.profile.trace;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;

import io.clientele.edge.testing.SigningKeys;
import io.clientele.edge.testing.TestTokens;
import io.clientele.profile.segment.SegmentsStack;
import io.opentelemetry.api.common.AttributeKey;
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

@QuarkusTest
@TestProfile(TracingQuarkusTest.Traced.class)
@WithTestResource(SigningKeys.class)
@WithTestResource(SegmentsStack.class)
class TracingQuarkusTest {

    private static final AttributeKey<String> STATEMENT = AttributeKey.stringKey("db.statement");
    private static final String QUESTION = """
            { customer(id: "shopper-secret") { id }
              customers(filter: {trait: {name: "email", operator: ANY_OF, values: ["shopper@mail.example"]}}) { totalCount } }""";
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

    @Test
    void goesOnFromTheCallerToPostgresAndElasticsearch() {
        String trace = ask("01");
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(of(trace, SpanKind.SERVER))
                    .extracting(SpanData::getParentSpanId)
                    .containsExactly(CALLER);
            List<SpanData> calls = of(trace, SpanKind.CLIENT);
            assertThat(calls).extracting(SpanData::getName).contains("search customers");
            assertThat(calls)
                    .extracting(span -> span.getAttributes().get(STATEMENT))
                    .anySatisfy(sql -> assertThat(sql).startsWith("SELECT").contains("$1"));
        });
    }

    @Test
    void tellsNothingOfACustomer() {
        String trace = ask("01");
        await().atMost(PATIENCE).until(() -> !of(trace, SpanKind.SERVER).isEmpty());
        assertThat(of(trace)).hasSizeGreaterThan(2).allSatisfy(span -> {
            assertThat(span.toString()).doesNotContain("shopper-secret", "shopper@mail.example");
            assertThat(span.getAttributes().asMap()).doesNotContainKey(AttributeKey.stringKey("enduser.id"));
            for (String key : List.of("client.address", "user_agent.original", "url.query", "url.full")) {
                assertThat(span.getAttributes().get(AttributeKey.stringKey(key)))
                        .as(key)
                        .isIn(null, "-");
            }
        });
    }

    @Test
    void leavesARequestUntracedWhoseCallerDecidedSo() {
        String untraced = ask("00");
        String traced = ask("01");
        await().atMost(PATIENCE).until(() -> !of(traced, SpanKind.SERVER).isEmpty());
        assertThat(of(untraced)).isEmpty();
    }

    private List<SpanData> of(String trace) {
        return exported.getFinishedSpanItems().stream()
                .filter(span -> span.getTraceId().equals(trace))
                .toList();
    }

    private List<SpanData> of(String trace, SpanKind kind) {
        return of(trace).stream().filter(span -> span.getKind() == kind).toList();
    }

    /** Asks within a trace of its own, whose id it tells. */
    private static String ask(String flags) {
        String trace = UUID.randomUUID().toString().replace("-", "");
        given().auth()
                .oauth2(TestTokens.token("admin"))
                .header("traceparent", "00-" + trace + "-" + CALLER + "-" + flags)
                .contentType("application/json")
                .body(Map.of("query", QUESTION))
                .post("/graphql?of=shopper-secret")
                .then()
                .statusCode(200);
        return trace;
    }
}
