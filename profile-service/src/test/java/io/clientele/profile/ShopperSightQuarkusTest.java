package io.clientele.profile;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;

import io.clientele.edge.graphql.testing.ShopperSightContract;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.profile.card.Questions;
import io.clientele.profile.fold.FakeFunnel;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static io.clientele.profile.card.Questions.identified;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeFunnel.class)
class ShopperSightQuarkusTest extends ShopperSightContract {

    @ConfigProperty(name = "clientele.funnel.url")
    String feed;

    ShopperSightQuarkusTest() throws IOException {
        super("profile");
    }

    @BeforeEach
    void makeBothKnown() {
        Questions questions = new Questions(feed);
        Instant at = Instant.now().minus(Duration.ofDays(1));
        questions.append(identified(SELF, null, at, "own"), identified(somebodyElse(), null, at, "foreign"));
        questions.awaitTrait(SELF, "own");
        questions.awaitTrait(somebodyElse(), "foreign");
    }

    @Override
    protected String somebodyElse() {
        return "sight-other";
    }

    @Override
    protected Set<String> ownFields() {
        return Set.of("Customer.id", "Customer.traits", "Customer.place", "Customer.facts");
    }

    @Override
    protected Set<String> ownTypes() {
        return Set.of(
                "CustomerPlace",
                "CustomerFacts",
                "CustomerVisits",
                "CustomerCart",
                "CustomerOrders",
                "CustomerPreferences",
                "Money");
    }

    @Override
    protected Map<String, String> rootFieldsOnSomebodyElse() {
        return Map.of("customer", "customer(id: \"sight-other\") { id }");
    }
}
