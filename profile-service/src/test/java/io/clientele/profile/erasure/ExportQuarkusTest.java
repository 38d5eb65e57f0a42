package io.clientele.profile.erasure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.contract.event.EventDocument;
import io.clientele.contract.event.EventType;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.edge.testing.TestTokens;
import io.clientele.profile.card.Questions;
import io.clientele.profile.fold.FakeFunnel;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import static io.clientele.profile.card.Questions.event;
import static io.clientele.profile.card.Questions.identified;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeFunnel.class)
class ExportQuarkusTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @ConfigProperty(name = "clientele.funnel.url")
    String feed;

    private Questions questions = new Questions("");

    @BeforeEach
    void open() {
        questions = new Questions(feed);
        await().until(() -> ask("admin", "ex-nobody").extract().statusCode() == 404);
    }

    @Test
    void tellsEverythingOfTheCustomerAndNothingOfOthers() {
        questions.append(
                event(EventType.TRACK, "ex-user", null, NOON)
                        .name("Order Completed")
                        .build(),
                identified("ex-other", "ex-device", NOON.plusSeconds(20), "theirs"),
                event(EventType.TRACK, null, "ex-device", NOON.plusSeconds(5))
                        .name("Product Viewed")
                        .build(),
                event(EventType.TRACK, null, "ex-device", NOON.plusSeconds(25))
                        .name("Cart Viewed")
                        .build(),
                identified("ex-user", "ex-device", NOON, "last"));
        questions.awaitTrait("ex-user", "last");
        questions.awaitTrait("ex-other", "theirs");

        List<JsonNode> lines = lines(ask("admin", "ex-user").statusCode(200));

        assertThat(lines.removeLast()).hasToString("{\"complete\":true}");
        assertThat(lines.getFirst().at("/customer/id").asText()).isEqualTo("ex-user");
        assertThat(lines.getFirst().at("/customer/traits/last").asText()).isEqualTo("last");
        assertThat(Questions.texts(EventDocument.MAPPER.valueToTree(lines), "/event/event"))
                .contains("Order Completed", "Product Viewed")
                .doesNotContain("Cart Viewed");
        assertThat(Questions.texts(EventDocument.MAPPER.valueToTree(lines), "/deviceClaim/device"))
                .contains("ex-device");
        assertThat(lines.toString()).doesNotContain("ex-other", "theirs");
    }

    @Test
    void isForAdministratorsAndNamesWhatIsWrong() {
        ask("marketer", "ex-user").statusCode(403);
        given().get("/v1/customers/export?customer=ex-user").then().statusCode(401);
        ask("admin", "ex-nobody")
                .statusCode(404)
                .body("error.code", equalTo("UNKNOWN_CUSTOMER"))
                .body("error.field", equalTo("customer"));
        ask("admin", "").statusCode(400).body("error.code", equalTo("MISSING_FIELD"));
    }

    private static ValidatableResponse ask(String role, String customer) {
        return given().auth()
                .oauth2(TestTokens.token(role))
                .get("/v1/customers/export?customer={id}", customer)
                .then();
    }

    private static List<JsonNode> lines(ValidatableResponse answer) {
        String body = answer.contentType("application/x-ndjson").extract().asString();
        assertThat(body).endsWith("}\n").doesNotContain("\n\n");
        List<JsonNode> lines = new ArrayList<>();
        body.lines().forEach(line -> {
            try {
                lines.add(EventDocument.MAPPER.readTree(line));
            } catch (JsonProcessingException broken) {
                throw new AssertionError(line, broken);
            }
        });
        return lines;
    }
}
