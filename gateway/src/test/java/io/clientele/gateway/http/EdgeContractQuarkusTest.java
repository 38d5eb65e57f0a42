package io.clientele.gateway.http;

import io.clientele.edge.testing.GraphqlEdgeContract;
import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(ShopSubgraphs.class)
class EdgeContractQuarkusTest extends GraphqlEdgeContract {

    @Override
    protected String rootField() {
        return "about";
    }
}
