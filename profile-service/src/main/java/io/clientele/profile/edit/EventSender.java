package io.clientele.profile.edit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.consumer.FunnelConfig;
import io.clientele.contract.event.EventDocument;
import io.clientele.edge.ServiceTokens;
import io.smallrye.mutiny.Uni;

/** Sends the event of a change to funnel-service. */
@ApplicationScoped
class EventSender {

    private static final Logger LOG = Logger.getLogger(EventSender.class);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
    private final URI address;
    private final ServiceTokens tokens;
    private final Duration timeout;

    EventSender(FunnelConfig funnel, ServiceTokens tokens, EditConfig config) {
        String base = funnel.url().toString();
        this.address = URI.create((base.endsWith("/") ? base : base + "/") + "internal/v1/events");
        this.tokens = tokens;
        this.timeout = config.timeout();
    }

    /**
     * Stores an event, or finds it stored before; answers on any thread.
     *
     * @return fails with {@code EVENTS_UNAVAILABLE}, or with the code of why it is no event, on {@code input.traits} or whatever
     *     else it is about
     */
    Uni<Void> send(EditMessage message) {
        return Uni.createFrom()
                .completionStage(() -> http.sendAsync(request(message), HttpResponse.BodyHandlers.ofString()))
                .onFailure(IOException.class)
                .transform(away -> {
                    LOG.warnf("funnel-service gives no answer: %s", away.getMessage());
                    return new EditFailure.Unavailable().exception();
                })
                .invoke(EventSender::check)
                .replaceWithVoid();
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }

    private HttpRequest request(EditMessage message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("batch").add(message.body());
        return HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Authorization", "Bearer " + tokens.issue())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8))
                .build();
    }

    private static void check(HttpResponse<String> answer) {
        JsonNode body = json(answer);
        if (answer.statusCode() != OK) {
            LOG.warnf(
                    "funnel-service answers %d %s",
                    answer.statusCode(), body.path("error").path("code").asText(""));
            throw new EditFailure.Unavailable().exception();
        }
        if (body.path("rejected").asInt() > 0) {
            JsonNode item = body.path("items").path(0);
            throw new EditFailure.Refused(
                            item.path("code").asText("INVALID_VALUE"),
                            "input." + item.path("field").asText("traits"),
                            item.path("reason").asText("The event is refused."))
                    .exception();
        }
        if (body.path("accepted").asInt() + body.path("duplicate").asInt() != 1) {
            LOG.warn("funnel-service answers without saying what became of the event");
            throw new EditFailure.Unavailable().exception();
        }
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
