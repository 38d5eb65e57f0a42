package io.clientele.profile.rekey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.EventDocument;
import io.clientele.edge.ServiceTokens;
import io.clientele.profile.funnel.FunnelConfig;
import io.clientele.profile.identity.Run;
import io.smallrye.mutiny.Uni;

/** Sends one task to funnel-service. */
@ApplicationScoped
class RekeyClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
    private final URI address;
    private final ServiceTokens tokens;
    private final Duration timeout;

    RekeyClient(FunnelConfig funnel, ServiceTokens tokens, RekeyConfig config) {
        String base = funnel.url().toString();
        this.address = URI.create((base.endsWith("/") ? base : base + "/") + "internal/v1/rekey");
        this.tokens = tokens;
        this.timeout = config.timeout();
    }

    /**
     * Has events moved that do not lie where they are to be found.
     *
     * @param decision its number: a request that comes late does not undo what a higher one did
     * @return whether all of them do now; fails with {@link RekeyFailure}
     */
    Uni<Boolean> send(RekeyTask task, long decision) {
        return Uni.createFrom()
                .completionStage(() -> http.sendAsync(request(task, decision), HttpResponse.BodyHandlers.ofString()))
                .onFailure(IOException.class)
                .transform(away -> new RekeyFailure("funnel-service gives no answer: " + away.getMessage()))
                .map(RekeyClient::done);
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }

    private HttpRequest request(RekeyTask task, long decision) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("homeCustomer", task.home());
        if (task.since() > 0) {
            body.put("from", Instant.ofEpochMilli(task.since()).toString());
        }
        if (task.until() != Run.FOR_EVER) {
            body.put("to", Instant.ofEpochMilli(task.until()).toString());
        }
        body.put("customer", task.customer()).put("decision", decision);
        return HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Authorization", "Bearer " + tokens.issue())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8))
                .build();
    }

    private static boolean done(HttpResponse<String> answer) {
        JsonNode body = json(answer);
        if (answer.statusCode() != OK || !body.path("done").isBoolean()) {
            String code = body.path("error").path("code").asText("");
            throw new RekeyFailure("funnel-service answers " + answer.statusCode() + " " + code);
        }
        return body.path("done").booleanValue();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return EventDocument.MAPPER.readTree(answer.body());
        } catch (IOException notOurs) {
            // A proxy's page, or nothing: the status alone must do.
            return EventDocument.MAPPER.missingNode();
        }
    }
}
