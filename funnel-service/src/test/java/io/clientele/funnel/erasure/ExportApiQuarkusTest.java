package io.clientele.funnel.erasure;

import java.util.ArrayList;
import java.util.HashMap;
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
    void refusesWhatNamesNoCustomer() {
        Internal.service()
                .get("/internal/v1/export")
                .then()
                .statusCode(400)
                .body("error.code", equalTo("MISSING_FIELD"))
                .body("error.field", equalTo("customer"));
        Internal.service()
                .get("/internal/v1/export?customer=anon:")
                .then()
                .statusCode(400)
                .body("error.code", equalTo("INVALID_VALUE"));
    }

    private static List<JsonNode> export(String... customers) {
        Map<String, Object> parameters = new HashMap<>(Map.of("customer", List.of(customers)));
        String body = Internal.service()
                .queryParams(parameters)
                .get("/internal/v1/export")
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString();
        assertThat(body).endsWith("}\n").doesNotContain("\n\n");
        return new ArrayList<>(body.lines().map(Visit::json).toList());
    }
}
