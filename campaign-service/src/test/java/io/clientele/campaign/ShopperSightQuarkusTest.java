package io.clientele.campaign;

import java.io.IOException;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;

import io.clientele.campaign.audience.FakeProfiles;
import io.clientele.edge.graphql.testing.ShopperSightContract;
import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeProfiles.class)
class ShopperSightQuarkusTest extends ShopperSightContract {

    ShopperSightQuarkusTest() throws IOException {
        super("campaign");
    }

    @BeforeEach
    void awaitSchema() {
        CampaignStack.awaitSchema();
    }

    @Override
    protected String somebodyElse() {
        return "sight-other";
    }

    @Override
    protected Set<String> ownFields() {
        return Set.of("Customer.id", "Customer.consents", "Customer.offers", "Customer.inbox");
    }

    @Override
    protected Set<String> ownTypes() {
        return Set.of("Consent", "InboxMessage", "Coupon", "BenefitTerms", "BenefitStep", "Money");
    }

    @Override
    protected Map<String, String> rootFieldsOnSomebodyElse() {
        return Map.of(
                "setConsent",
                "setConsent(input: {key: \"sight\", customer: \"sight-other\", scope: ALL, given: false}) { given }");
    }
}
