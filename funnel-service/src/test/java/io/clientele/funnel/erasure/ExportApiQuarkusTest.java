package io.clientele.funnel.erasure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.edge.testing.SigningKeys;
import io.clientele.funnel.StackResource;
import io.clientele.funnel.TestShop;
import io.clientele.funnel.internal.Internal;
import io.clientele.funnel.internal.Visit;
import io.clientele.funnel.question.SentEvents;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(SigningKeys.class)
class ExportApiQuarkusTest {

    private final Visit visit = new Visit();
    private final String device = "anon:" + visit.named("device");
    private final String user = visit.named("user");

    @BeforeEach
    void awaitReady() {
        TestShop.awaitReady();
    }

    @Test
    void tellsEachEventOnceAsItWasSent() {
        visit.send(device, 0, 320);
        visit.send(user, 320, 323);
        visit.send(visit.named("other"), 323, 324);
        List<JsonNode> before = new ArrayList<>();
        for (JsonNode hit : visit.seenDocuments()) {
            if (!hit.at("/_source/customer_id").asText().equals(visit.named("other"))) {
                before.add(hit.path("_source"));
            }
        }
        Map<String, Object> half = Internal.wish(device, user);
        half.put("to", Visit.START.plusSeconds(60 * 160).toString());
        Internal.rekey(half);
        Map<String, Object> refused = visit.event(400, user);
        refused.remove("event");
        SentEvents.post(List.of(refused)).body("rejected", equalTo(1));

        List<JsonNode> lines = export(device, user);
        assertThat(lines.removeLast()).isEqualTo(Visit.json("{\"complete\":true,\"events\":323,\"rejected\":1}"));
        assertThat(lines.removeLast().at("/rejected/raw").asText()).contains(visit.id(400));
        assertThat(lines).extracting(line -> line.path("event")).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void tellsNothingOfErasedCustomer() {
        visit.send(device, 0, 2);
        Internal.rekey(device, user);
        Internal.erase(device);
        assertThat(export(device)).containsExactly(Visit.json("{\"complete\":true,\"events\":0,\"rejected\":0}"));
    }

    @Test
    void tellsOnlyWhatWasSentInTheTimeThatIsAskedFor() {
        visit.send(device, 0, 4);
        Internal.rekey(device, user);
        List<JsonNode> lines = export(Map.of(
                "customer",
                device,
                "from",
                Visit.START.plusSeconds(60).toString(),
                "to",
                Visit.START.plusSeconds(180).toString()));
        assertThat(lines)
                .extracting(line -> line.at("/event/message_id").asText())
                .containsExactly(visit.id(1), visit.id(2), "");
    }

    @Test
    void refusesWhatNamesNoCustomer() {
        Internal.assertRefused("export", Map.of(), "MISSING_FIELD", "customers");
        Internal.assertRefused("export", Map.of("customers", List.of("anon:")), "INVALID_VALUE", "customers");
        Internal.assertRefused(
                "export",
                Map.of("customers", List.of(Map.of("customer", user, "until", "x"))),
                "UNKNOWN_FIELD",
                "until");
        Map<String, Object> backwards =
                Map.of("customer", user, "from", "2026-01-02T00:00:00Z", "to", "2026-01-01T00:00:00Z");
        Internal.assertRefused("export", Map.of("customers", List.of(backwards)), "INVALID_RANGE", "customers");
    }

    private static List<JsonNode> export(Object... customers) {
        String body = Internal.post("export", Map.of("customers", List.of(customers)))
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString();
        assertThat(body).endsWith("}\n").doesNotContain("\n\n");
        return new ArrayList<>(body.lines().map(Visit::json).toList());
    }
}
