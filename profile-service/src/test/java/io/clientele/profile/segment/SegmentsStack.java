package io.clientele.profile.segment;

import java.net.URI;
import java.util.Map;

import io.clientele.localstack.PostgresServer;
import io.clientele.localstack.SharedStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Points the service under test at a real PostgreSQL and a real Elasticsearch; no feed is read. */
public class SegmentsStack implements QuarkusTestResourceLifecycleManager {

    private static final String NAME = "segments";

    @Override
    public Map<String, String> start() {
        URI elasticsearch = SharedStack.elasticsearch().uri();
        PostgresServer postgres = SharedStack.postgres();
        postgres.createDatabase(NAME, NAME, NAME);
        return Map.of(
                "quarkus.elasticsearch.hosts",
                elasticsearch.getHost() + ":" + elasticsearch.getPort(),
                "quarkus.datasource.reactive.url",
                "postgresql://127.0.0.1:" + postgres.port() + "/" + NAME,
                "quarkus.datasource.username",
                NAME,
                "quarkus.datasource.password",
                NAME,
                "clientele.service-secret",
                "a secret of tests with more than 32 bytes",
                "clientele.segments.sweep-customers",
                "7",
                "clientele.customers-index.bulk-customers",
                "5",
                "clientele.fold.review-customers",
                "7",
                "clientele.fold.enabled",
                "false");
    }

    @Override
    public void stop() {
        // The shared servers stop with the test JVM.
    }
}
