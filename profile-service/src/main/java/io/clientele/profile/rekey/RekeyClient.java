package io.clientele.profile.rekey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.consumer.FunnelConfig;
import io.clientele.contract.event.EventDocument;
import io.clientele.edge.ServiceTokens;
import io.clientele.profile.identity.Run;
import io.clientele.profile.rekey.RekeyLeases.Leased;
import io.smallrye.mutiny.Uni;

/** Sends tasks to funnel-service. */
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
     * @param leased at least one task and no more than {@link RekeyConfig#requestTasks} may ask for. Each goes with the
     *     number of its decision: a request that comes late does not undo what a higher one did
     * @return what became of each, in the same order; fails with {@link RekeyFailure}
     */
    Uni<List<RekeyOutcome>> send(List<Leased> leased) {
        return Uni.createFrom()
                .completionStage(() -> http.sendAsync(request(leased), HttpResponse.BodyHandlers.ofString()))
                .onFailure(IOException.class)
                .transform(away -> new RekeyFailure("funnel-service gives no answer: " + away.getMessage()))
                .map(answer -> outcomes(answer, leased.size()));
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }

    private HttpRequest request(List<Leased> leased) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode runs = body.putArray("runs");
        leased.forEach(one -> run(runs.addObject(), one.task()).put("decision", one.decision()));
        return HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Authorization", "Bearer " + tokens.issue())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8))
                .build();
    }

    private static ObjectNode run(ObjectNode run, RekeyTask task) {
        run.put("homeCustomer", task.home());
        if (task.since() > 0) {
            run.put("from", Instant.ofEpochMilli(task.since()).toString());
        }
        if (task.until() != Run.FOR_EVER) {
            run.put("to", Instant.ofEpochMilli(task.until()).toString());
        }
        return run.put("customer", task.customer());
    }

    private static List<RekeyOutcome> outcomes(HttpResponse<String> answer, int tasks) {
        JsonNode body = json(answer);
        JsonNode runs = body.path("runs");
        if (answer.statusCode() != OK || runs.size() != tasks) {
            String code = body.at("/error/code").asText("");
            throw new RekeyFailure("funnel-service answers " + answer.statusCode() + " " + code);
        }
        List<RekeyOutcome> outcomes = new ArrayList<>(tasks);
        runs.forEach(run -> outcomes.add(outcome(run)));
        return outcomes;
    }

    private static RekeyOutcome outcome(JsonNode run) {
        if (run.has("error")) {
            return new RekeyOutcome.Failed(
                    "funnel-service says " + run.at("/error/code").asText() + " "
                            + run.at("/error/field").asText(""));
        }
        return run.path("done").asBoolean() ? new RekeyOutcome.Done() : new RekeyOutcome.Unfinished();
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
