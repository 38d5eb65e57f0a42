package io.clientele.profile;

import io.clientele.edge.testing.AbsentPostgres;
import io.clientele.edge.testing.PostgresOutageContract;
import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(AbsentPostgres.class)
class PostgresOutageQuarkusTest extends PostgresOutageContract {}
