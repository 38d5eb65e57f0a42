package io.clientele.campaign;

import java.io.IOException;
import java.util.Map;
import java.util.Set;

import io.clientele.edge.graphql.testing.ShopperSightContract;
import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Nothing here is a shopper's own yet. */
@QuarkusTest
@WithTestResource(SigningKeys.class)
class ShopperSightQuarkusTest extends ShopperSightContract {

    ShopperSightQuarkusTest() throws IOException {
        super("campaign");
    }

    @Override
    protected String somebodyElse() {
        return "sight-other";
    }

    @Override
    protected Set<String> ownFields() {
        return Set.of();
    }

    @Override
    protected Set<String> ownTypes() {
        return Set.of();
    }

    @Override
    protected Map<String, String> rootFieldsOnSomebodyElse() {
        return Map.of();
    }
}
