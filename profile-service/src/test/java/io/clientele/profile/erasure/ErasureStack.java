package io.clientele.profile.erasure;

import java.net.URI;
import java.util.Map;

import io.clientele.localstack.SharedStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Points the service under test at a real Elasticsearch, and lets it erase at once. */
public class ErasureStack implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        URI elasticsearch = SharedStack.elasticsearch().uri();
        return Map.of(
                "quarkus.elasticsearch.hosts",
                elasticsearch.getHost() + ":" + elasticsearch.getPort(),
                "clientele.erasure.every",
                "100ms",
                "clientele.erasure.settle",
                "200ms",
                // What was asked a moment ago may be under way: the last search waits twice as long.
                "clientele.rekey.timeout",
                "1s");
    }

    @Override
    public void stop() {
        // The shared servers stop with the test JVM.
    }
}
