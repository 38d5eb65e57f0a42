package io.clientele.funnel;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;

import io.clientele.edge.graphql.testing.ShopperSightContract;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.funnel.question.SentEvents;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static io.clientele.funnel.question.SentEvents.track;

@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(SigningKeys.class)
class ShopperSightQuarkusTest extends ShopperSightContract {

    ShopperSightQuarkusTest() throws IOException {
        super("funnel");
    }

    @BeforeEach
    void makeBothKnown() {
        SentEvents.send(List.of(
                // The one event of this customer in every test here, whatever other tests send.
                track("journey-5", SELF, "Product Viewed", "2014-05-01T00:00:00Z", Map.of()),
                track("sight-2", somebodyElse(), "Product Viewed", "2014-06-01T00:00:00Z", Map.of())));
    }

    @Override
    protected String somebodyElse() {
        return "sight-other";
    }

    @Override
    protected Set<String> ownFields() {
        return Set.of("Customer.id", "Customer.journey");
    }

    @Override
    protected Set<String> ownTypes() {
        return Set.of(
                "JourneyEventConnection",
                "JourneyEventEdge",
                "PageInfo",
                "JourneyEvent",
                "JourneyDevice",
                "JourneyPlace",
                "JourneyPage",
                "JourneyProduct",
                "JourneyPurchase",
                "JourneyCampaign",
                "Money");
    }

    @Override
    protected Map<String, String> rootFieldsOnSomebodyElse() {
        return Map.of(
                "customer", "customer(id: \"sight-other\") { id }",
                "track", "track(events: [{event: \"Product Viewed\", userId: \"sight-other\"}]) { accepted }");
    }
}
