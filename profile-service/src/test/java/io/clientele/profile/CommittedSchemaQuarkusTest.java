package io.clientele.profile;

import io.clientele.edge.graphql.testing.CommittedSchemaContract;
import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(SigningKeys.class)
class CommittedSchemaQuarkusTest extends CommittedSchemaContract {

    CommittedSchemaQuarkusTest() {
        super("profile");
    }
}
