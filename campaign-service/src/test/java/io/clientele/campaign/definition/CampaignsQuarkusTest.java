package io.clientele.campaign.definition;

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
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeProfiles.class)
class CampaignsQuarkusTest {

    private static final String SAVE =
            "mutation($in: CampaignInput!) { saveCampaign(input: $in) { id state version } }";

    @Inject
    Database database;

    @BeforeEach
    void awaitSchema() {
        Schema.await(database);
    }

    @Test
    void storesLaunchesHoldsAndEnds() {
        save(input("way")).body("data.saveCampaign.state", equalTo("DRAFT"));

        mutate("launchCampaign", "way").body("data.launchCampaign.state", equalTo("RUNNING"));
        mutate("launchCampaign", "way").body("data.launchCampaign.state", equalTo("RUNNING"));
        mutate("pauseCampaign", "way").body("data.pauseCampaign.state", equalTo("PAUSED"));
        mutate("launchCampaign", "way").body("data.launchCampaign.state", equalTo("RUNNING"));
        mutate("endCampaign", "way").body("data.endCampaign.state", equalTo("ENDED"));
        mutate("launchCampaign", "way").body("errors.extensions.code", contains("CAMPAIGN_ENDED"));
        save(input("way", "way-again")).body("errors.extensions.code", contains("CAMPAIGN_ENDED"));
    }

    @Test
    void countsVersionsAndRepeatsNothing() {
        save(input("version", "first")).body("data.saveCampaign.version", equalTo(1));
        save(input("version", "first")).body("data.saveCampaign.version", equalTo(1));
        save(input("version", "second")).body("data.saveCampaign.version", equalTo(2));
    }

    @Test
    void tellsEachProblemAsAnErrorOfItsOwn() {
        save("""
                {"key": "bad", "id": "bad", "name": "Bad", "trigger": {"event": {"event": "Product Added"}}, "control": 3,
                 "variants": [{"name": "a", "channel": "EMAIL", "body": "Hello"}],
                 "goal": {"event": {"event": "Order Completed"}, "within": "P7D"}}""")
                .body("errors.extensions.field", containsInAnyOrder("input.control", "input.variants[0].subject"))
                .body("errors.extensions.code", containsInAnyOrder("OUT_OF_RANGE", "MISSING_FIELD"))
                .body("data.saveCampaign", nullValue());
    }

    @Test
    void refusesSegmentsThatDoNotExist() {
        save(input("lost").replace("\"trigger\"", "\"audience\": {\"segment\": \"nowhere\"}, \"trigger\""))
                .body("errors.extensions.code", contains("UNKNOWN_SEGMENT"))
                .body("errors.extensions.field", contains("input.audience.segment"));
    }

    @Test
    void refusesToLaunchForNobodyButNotToPrepareIt() {
        Profiles.segment("listed-nobody", "MANUAL");
        save(input("nobody").replace("\"trigger\"", "\"audience\": {\"segment\": \"listed-nobody\"}, \"trigger\""))
                .body("data.saveCampaign.state", equalTo("DRAFT"));

        mutate("launchCampaign", "nobody").body("errors.extensions.code", contains("EMPTY_AUDIENCE"));

        Profiles.customer("somebody", Map.of(), "listed-nobody");
        mutate("launchCampaign", "nobody").body("data.launchCampaign.state", equalTo("RUNNING"));
    }

    @Test
    void makesASegmentOfACondition() {
        save(input("own")
                        .replace(
                                "\"trigger\"",
                                "\"audience\": {\"condition\": {\"trait\": {\"name\": \"city\", \"operator\": \"ANY_OF\", "
                                        + "\"values\": [\"Zunyi\"]}}}, \"trigger\""))
                .body("data.saveCampaign.id", equalTo("own"));

        query("{ campaign(id: \"own\") { audience { id } problems { code } } }")
                .body("data.campaign.audience.id", equalTo("campaign-own"))
                .body("data.campaign.problems", empty());
    }

    @Test
    void leavesTheAudienceAsItIsIfNothingIsSaved() {
        save(inCity("stale", "first", "Zunyi")).body("data.saveCampaign.version", equalTo(1));
        save(inCity("stale", "second", "Bijie")).body("data.saveCampaign.version", equalTo(2));

        save(inCity("stale", "first", "Zunyi")).body("data.saveCampaign.version", equalTo(2));
        assertThat(Profiles.condition("campaign-stale")).contains("Bijie").doesNotContain("Zunyi");

        mutate("endCampaign", "stale").body("data.endCampaign.state", equalTo("ENDED"));
        save(inCity("stale", "third", "Anshun")).body("errors.extensions.code", contains("CAMPAIGN_ENDED"));
        assertThat(Profiles.condition("campaign-stale")).contains("Bijie").doesNotContain("Anshun");
    }

    private static String inCity(String id, String key, String city) {
        return input(id, id + "-" + key)
                .replace(
                        "\"trigger\"",
                        "\"audience\": {\"condition\": {\"trait\": {\"name\": \"city\", \"operator\": \"ANY_OF\", "
                                + "\"values\": [\"" + city + "\"]}}}, \"trigger\"");
    }

    @Test
    void tellsTheCampaignsOfASegment() {
        Profiles.segment("owned", "MANUAL");
        save(input("of-segment").replace("\"trigger\"", "\"audience\": {\"segment\": \"owned\"}, \"trigger\""))
                .body("data.saveCampaign.id", equalTo("of-segment"));

        query("""
                { _entities(representations: [{__typename: "Segment", id: "owned"}, {__typename: "Segment", id: "bare"}]) {
                    ... on Segment { id campaigns { id } } } }""")
                .body("data._entities[0].campaigns.id", contains("of-segment"))
                .body("data._entities[1].campaigns", empty());
    }

    @Test
    void callsSegmentsByTheirNamesAndByTheirIdsWhileProfilesAreAway() {
        Profiles.segment("carters", "Heavy carters", "MANUAL");
        save(input("summary").replace("\"trigger\"", "\"audience\": {\"segment\": \"carters\"}, \"trigger\""))
                .body("data.saveCampaign.id", equalTo("summary"));
        String summaries = "{ campaign(id: \"summary\") { en: summary zh: summary(language: ZH) } }";

        query(summaries)
                .body("data.campaign.en", containsString("customers in “Heavy carters” get"))
                .body("data.campaign.zh", containsString("人群“Heavy carters”"));
        Profiles.away(true);
        try {
            query(summaries).body("data.campaign.en", containsString("customers in “carters” get"));
        } finally {
            Profiles.away(false);
        }
    }

    @Test
    void doesNotGuessWhileProfilesAreAway() {
        Profiles.segment("somewhere", "MANUAL");
        Profiles.away(true);
        try {
            save(input("guess").replace("\"trigger\"", "\"audience\": {\"segment\": \"somewhere\"}, \"trigger\""))
                    .body("errors.extensions.code", contains("PROFILES_UNAVAILABLE"));
        } finally {
            Profiles.away(false);
        }
    }

    @Test
    void stopsEverythingAndLetsItGoOn() {
        query("mutation { setSending(stopped: true) { stopped } }").body("data.setSending.stopped", equalTo(true));
        query("{ sending { stopped } }").body("data.sending.stopped", equalTo(true));
        query("mutation { setSending(stopped: false) { stopped } }").body("data.setSending.stopped", equalTo(false));
    }

    @Test
    void answersNullForUnknownIdsAndCodesForUnknownChanges() {
        query("{ campaign(id: \"none\") { id } }").body("data.campaign", nullValue());
        mutate("launchCampaign", "none").body("errors.extensions.code", hasItem("UNKNOWN_CAMPAIGN"));
        mutate("pauseCampaign", "none").body("errors.extensions.code", hasItem("UNKNOWN_CAMPAIGN"));
    }

    private static String input(String id) {
        return input(id, "key-" + id);
    }

    private static String input(String id, String key) {
        return """
                {"key": "%s", "id": "%s", "name": "Come back", "trigger": {"event": {"event": "Product Added"}},
                 "delay": "PT30M", "until": [{"event": "Order Completed"}],
                 "variants": [{"name": "a", "channel": "INBOX", "subject": "Your cart", "body": "It waits (%s)."}],
                 "goal": {"event": {"event": "Order Completed"}, "within": "P7D"}}""".formatted(key, id, key);
    }

    private static ValidatableResponse save(String input) {
        return ask("{\"query\": \"" + SAVE + "\", \"variables\": {\"in\": " + input + "}}");
    }

    private static ValidatableResponse mutate(String mutation, String id) {
        return query("mutation { " + mutation + "(id: \"" + id + "\") { id state } }");
    }

    private static ValidatableResponse query(String query) {
        return ask("{\"query\": \"" + query.replace("\"", "\\\"").replace("\n", " ") + "\"}");
    }

    private static ValidatableResponse ask(String body) {
        return given().header("Authorization", "Bearer " + TestTokens.token("admin"))
                .contentType("application/json")
                .body(body)
                .post("/graphql")
                .then()
                .statusCode(200);
    }
}
