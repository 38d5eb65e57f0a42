package io.clientele.campaign.effect;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.campaign.audience.FakeProfiles;
import io.clientele.campaign.audience.Profiles;
import io.clientele.campaign.definition.CampaignBook;
import io.clientele.campaign.definition.CampaignInputs;
import io.clientele.campaign.definition.Campaigns;
import io.clientele.campaign.effect.TestExposures.Exposed;
import io.clientele.contract.event.Event;
import io.clientele.edge.CodedException;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.edge.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

import static io.clientele.campaign.effect.TestExposures.START;
import static io.clientele.campaign.effect.TestExposures.order;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** A launched campaign, from the events of a page to what clients are told of it. */
@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeProfiles.class)
class ResultsQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    TestExposures exposures;

    @Inject
    ConversionRecorder recorder;

    @Inject
    CampaignBook book;

    @Inject
    Campaigns campaigns;

    /** Another one for each test: a change is made once by its key, whatever became of it since. */
    private final String campaign = "loop-" + UUID.randomUUID();

    @BeforeEach
    void empty() {
        exposures.clear();
        now(campaigns.save(CampaignInputs.sound(campaign), "test"));
        now(campaigns.launch(campaign, "test"));
    }

    @Test
    void eventsOfAPageBecomeResultsThatClientsSee() {
        Profiles.customer("ann", List.of("ann", "anon:phone"), Map.of());
        exposures.contacts(
                Exposed.sent(campaign, "ann", START),
                Exposed.sent(campaign, "ben", START),
                Exposed.decided(campaign, "cat", "CONTROL", START));

        page(
                order("m1", "anon:phone", "Order Completed", "o1", "10", START.plusSeconds(9)),
                order("m2", "ben", "Order Completed", "o2", "20", START.plusSeconds(9)),
                order("m3", "ben", "Order Cancelled", "o2", null, START.plusSeconds(10)),
                order("m4", "stranger", "Order Completed", "o3", "40", START.plusSeconds(9)));

        given().header("Authorization", "Bearer " + TestTokens.token("analyst"))
                .contentType("application/json")
                .body(Map.of("query", """
                        query ($id: ID!) { campaign(id: $id) { results {
                            treated { customers converted orders conversionRate }
                            control { customers converted averageOrderValue { amount } }
                            heldOut { customers }
                            variants { variant group { customers } }
                            decisions { decision reason contacts }
                            conversionLift { value low high pValue confidence } revenueLift { value }
                            cost { amount currency } roi attributedOrders method } } }""", "variables", Map.of("id", campaign)))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("errors", nullValue())
                .rootPath("data.campaign.results")
                .body("treated.customers", equalTo(2))
                .body("treated.converted", equalTo(1))
                .body("treated.orders", equalTo(1))
                .body("control.customers", equalTo(1))
                .body("control.averageOrderValue", nullValue())
                .body("heldOut.customers", equalTo(0))
                .body("variants.variant", contains("a"))
                .body("decisions.contacts", contains(1, 2))
                .body("conversionLift.value.toDouble()", closeTo(0.5, 1e-9))
                .body("conversionLift.confidence.toDouble()", closeTo(0.95, 1e-9))
                .body("revenueLift", nullValue())
                .body("cost.currency", equalTo("CNY"))
                .body("roi", nullValue())
                .body("attributedOrders", equalTo(1));
    }

    @Test
    void endedCampaignCountsOnForItsGoalsTime() {
        exposures.contacts(Exposed.sent(campaign, "ann", START));
        now(campaigns.end(campaign, "test"));

        page(order("m1", "ann", "Order Completed", "o1", "10", START.plusSeconds(9)));

        assertThat(exposures.results(campaign).treated().converted()).isEqualTo(1);
    }

    @Test
    void pageWaitsForProfilesOnlyIfItsEventsCanMatter() {
        Event reached = order("m1", "ann", "Order Completed", "o1", "10", START.plusSeconds(9));
        Profiles.away(true);
        try {
            // Nobody was contacted yet.
            page(reached);
            exposures.contacts(Exposed.sent(campaign, "ann", START));
            page(TestExposures.event("m2", "ann", "Product Viewed", START).build());

            assertThatThrownBy(() -> page(reached)).isInstanceOf(CodedException.class);
        } finally {
            Profiles.away(false);
        }
        page(reached);

        assertThat(exposures.results(campaign).treated().converted()).isEqualTo(1);
    }

    private void page(Event... events) {
        exposures.transact(transaction ->
                book.current(transaction).chain(edition -> recorder.of(transaction, List.of(events), edition)));
    }

    private static <T> T now(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
