package io.clientele.profile;

import io.clientele.edge.testing.GraphqlEdgeContract;
import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The artefact as it is shipped keeps what the edge promises. */
@QuarkusIntegrationTest
@WithTestResource(SigningKeys.class)
class PackagedServiceIT extends GraphqlEdgeContract {

    @Override
    protected String rootField() {
        return "profileService";
    }
}
