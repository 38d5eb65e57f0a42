package io.clientele.campaign.rehearsal;

import java.net.URI;
import java.util.Map;

import io.clientele.contract.index.EventsIndex;
import io.clientele.localstack.SharedStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import static io.restassured.RestAssured.given;

/** A real Elasticsearch for a service that makes dry runs only when it is told to. */
public class RehearsalStack implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        URI elasticsearch = SharedStack.elasticsearch().uri();
        return Map.of(
                "quarkus.elasticsearch.hosts",
                elasticsearch.getHost() + ":" + elasticsearch.getPort(),
                "clientele.dry-run.enabled",
                "false",
                "clientele.dry-run.attempts",
                "2",
                "clientele.dry-run.most-events",
                "5000");
    }

    @Override
    public void stop() {
        given().delete(SharedStack.elasticsearch().uri() + "/" + EventsIndex.NAME);
    }
}
