package io.clientele.profile.fold;

import java.net.URI;
import java.util.Map;

import io.clientele.localstack.SharedStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A real Elasticsearch, and no counting of past events but what tests do themselves. */
public class CounterStack implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        URI elasticsearch = SharedStack.elasticsearch().uri();
        return Map.of(
                "quarkus.elasticsearch.hosts",
                elasticsearch.getHost() + ":" + elasticsearch.getPort(),
                "clientele.recount.enabled",
                "false",
                "clientele.recount.homes",
                "7",
                "clientele.recount.lease",
                "2s");
    }

    @Override
    public void stop() {
        // The shared server stops with the test JVM.
    }
}
