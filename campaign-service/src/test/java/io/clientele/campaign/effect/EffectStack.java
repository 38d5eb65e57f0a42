package io.clientele.campaign.effect;

import java.util.Map;

import io.clientele.localstack.PostgresServer;
import io.clientele.localstack.SharedStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Points the service under test at a real PostgreSQL. */
public class EffectStack implements QuarkusTestResourceLifecycleManager {

    private static final String NAME = "effect";

    @Override
    public Map<String, String> start() {
        PostgresServer postgres = SharedStack.postgres();
        postgres.createDatabase(NAME, NAME, NAME);
        return Map.of(
                "clientele.trigger.enabled",
                "false",
                "clientele.decision.enabled",
                "false",
                "quarkus.datasource.reactive.url",
                "postgresql://127.0.0.1:" + postgres.port() + "/" + NAME,
                "quarkus.datasource.username",
                NAME,
                "quarkus.datasource.password",
                NAME);
    }

    @Override
    public void stop() {
        // The shared server stops with the test JVM.
    }
}
