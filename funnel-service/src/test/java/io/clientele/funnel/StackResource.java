package io.clientele.funnel;

import java.net.URI;
import java.util.Map;

import io.clientele.localstack.SharedStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Points the service under test at the real Elasticsearch that all tests share. */
public class StackResource implements QuarkusTestResourceLifecycleManager {

    /** Few, so that a test can see the oldest go. */
    public static final int REJECTED_KEPT = 50;

    /** What tests sign service tokens with. */
    public static final String SERVICE_SECRET = "the-secret-of-all-services-of-the-tests";

    @Override
    public Map<String, String> start() {
        URI elasticsearch = SharedStack.elasticsearch().uri();
        return Map.of(
                "quarkus.elasticsearch.hosts",
                elasticsearch.getHost() + ":" + elasticsearch.getPort(),
                "clientele.collect.write-keys",
                TestShop.SOURCE + ":" + TestShop.WRITE_KEY,
                "clientele.service-secret",
                SERVICE_SECRET,
                "clientele.store.rejected-kept",
                "50",
                "clientele.store.rejected-trim-every",
                "1s");
    }

    @Override
    public void stop() {
        // The shared servers stop with the test JVM.
    }
}
