package io.clientele.edge.graphql;

import io.clientele.edge.graphql.testing.SubgraphContract;
import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(SigningKeys.class)
class EdgeContractQuarkusTest extends SubgraphContract {

    @Override
    protected String rootField() {
        return "edge";
    }
}
