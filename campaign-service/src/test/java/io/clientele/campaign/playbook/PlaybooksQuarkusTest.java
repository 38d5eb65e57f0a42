package io.clientele.campaign.playbook;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.campaign.Schema;
import io.clientele.campaign.audience.FakeProfiles;
import io.clientele.campaign.audience.Profiles;
import io.clientele.database.Database;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.edge.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeProfiles.class)
class PlaybooksQuarkusTest {

    @Inject
    Database database;

    @BeforeEach
    void awaitSchema() {
        Schema.await(database);
    }

    @Test
    void namesThemInBothLanguages() {
        query("{ playbooks(language: ZH) { id name parameters { name default } } }")
                .body("data.playbooks.id", hasItems("F1", "F3", "F5", "F9", "F14", "segment-offer"))
                .body("data.playbooks.find { it.id == 'F3' }.name", equalTo("重度加购转化"));
    }

    @Test
    void eachCanBeLaunchedWithItsUsualValues() {
        Profiles.segment("buyers", "CONDITION");
        for (String playbook : List.of("F1", "F3", "F5", "F9", "F14", "segment-offer")) {
            String id = "usual-" + playbook.toLowerCase(Locale.ROOT);
            Profiles.customer("member-of-" + id, Map.of(), "buyers");
            make(playbook, id, playbook.equals("segment-offer") ? ", segment: \"buyers\"" : "")
                    .body("errors", nullValue())
                    .body("data.campaignFromPlaybook.state", equalTo("DRAFT"));
            query("mutation { launchCampaign(id: \"" + id + "\") { state } }")
                    .body("errors", nullValue())
                    .body("data.launchCampaign.state", equalTo("RUNNING"));
        }
    }

    @Test
    void makesTheSameOnceByItsKey() {
        make("F3", "once", "").body("data.campaignFromPlaybook.version", equalTo(1));
        make("F3", "once", "").body("data.campaignFromPlaybook.version", equalTo(1));
    }

    @Test
    void overwritesNothingThatHasItsId() {
        make("F3", "taken", "").body("data.campaignFromPlaybook.version", equalTo(1));
        String benefit = "{ benefit(id: \"taken\") { version terms { kind } } }";
        Object before = query(benefit).extract().path("data.benefit");

        make("other-key", "F3", "taken", ", parameters: [{name: \"off\", value: \"1\"}]")
                .body("errors.extensions.code", contains("CAMPAIGN_EXISTS"))
                .body("errors.extensions.field", contains("input.id"));

        query("{ campaign(id: \"taken\") { version } }").body("data.campaign.version", equalTo(1));
        query(benefit).body("data.benefit", equalTo(before));
    }

    @Test
    void givesNoBenefitThatIsAnotherOffers() {
        query("mutation { defineBenefit(input: {key: \"k-lone\", id: \"lone\", name: \"20 off\", kind: THRESHOLD, "
                        + "currency: \"CNY\", off: 20, minSpend: 50}) { id } }")
                .body("data.defineBenefit.id", equalTo("lone"));

        make("F3", "lone", "")
                .body("errors.extensions.code", contains("BENEFIT_EXISTS"))
                .body("errors.extensions.field", contains("input.id"));

        query("{ campaign(id: \"lone\") { id } }").body("data.campaign", nullValue());
        query("{ benefit(id: \"lone\") { version } }").body("data.benefit.version", equalTo(1));
    }

    @Test
    void makesACampaignOfASegmentInOneMutation() {
        Profiles.segment("dropped", "MANUAL");
        Profiles.customer("one-who-dropped", Map.of(), "dropped");
        query("mutation { campaignFromSegment(input: {key: \"k-dropped\", segment: \"dropped\", id: \"win-back\", "
                        + "name: \"Come back\"}) { id audience { id } } }")
                .body("data.campaignFromSegment.audience.id", equalTo("dropped"));
    }

    @Test
    void namesWhatIsWrong() {
        make("F99", "wrong-1", "").body("errors.extensions.code", contains("UNKNOWN_PLAYBOOK"));
        make("F3", "wrong-2", ", parameters: [{name: \"colour\", value: \"red\"}]")
                .body("errors.extensions.code", contains("UNKNOWN_PARAMETER"))
                .body("errors.extensions.field", contains("input.parameters[0].name"));
        make("F3", "wrong-3", ", parameters: [{name: \"off\", value: \"much\"}]")
                .body("errors.extensions.code", contains("INVALID_VALUE"))
                .body("errors.extensions.field", contains("input.parameters[0].value"));
        make("F3", "wrong-5", ", parameters: [{name: \"stock\", value: \"99999999999\"}]")
                .body("errors.extensions.code", contains("INVALID_VALUE"))
                .body("errors.extensions.field", contains("input.parameters[0].value"));
        make("segment-offer", "wrong-4", "").body("errors.extensions.code", contains("AUDIENCE_REQUIRED"));
    }

    private static ValidatableResponse make(String playbook, String id, String more) {
        return make("k-" + id, playbook, id, more);
    }

    private static ValidatableResponse make(String key, String playbook, String id, String more) {
        return query("mutation { campaignFromPlaybook(input: {key: \"" + key + "\", playbook: \"" + playbook
                + "\", id: \"" + id + "\", name: \"30 off\"" + more + "}) { id state version } }");
    }

    private static ValidatableResponse query(String query) {
        return given().header("Authorization", "Bearer " + TestTokens.token("admin"))
                .contentType("application/json")
                .body("{\"query\": \"" + query.replace("\"", "\\\"") + "\"}")
                .post("/graphql")
                .then()
                .statusCode(200);
    }
}
