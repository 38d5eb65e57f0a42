package io.clientele.funnel;

import io.clientele.edge.graphql.testing.CommittedSchemaContract;
import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(SigningKeys.class)
class CommittedSchemaQuarkusTest extends CommittedSchemaContract {

    CommittedSchemaQuarkusTest() {
        super("funnel");
    }
}
