package io.clientele.profile.segment;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.consumer.FunnelConfig;
import io.clientele.contract.event.EventDocument;
import io.clientele.edge.ServiceTokens;
import io.smallrye.mutiny.Uni;

/** Asks funnel-service who is behind a funnel's numbers. */
@ApplicationScoped
class FunnelCustomersClient {

    private static final Logger LOG = Logger.getLogger(FunnelCustomersClient.class);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    /** As many as one request may ask for. */
    private static final int PAGE = 10_000;

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    private final URI address;
    private final ServiceTokens tokens;
    private final Duration timeout;

    FunnelCustomersClient(FunnelConfig funnel, ServiceTokens tokens, SegmentConfig config) {
        String base = funnel.url().toString();
        this.address = URI.create((base.endsWith("/") ? base : base + "/") + "internal/v1/funnel/customers");
        this.tokens = tokens;
        this.timeout = config.funnelTimeout();
    }

    /**
     * A page of customers.
     *
     * @param total how many there were when the first page was asked for
     * @param after what the next page comes after; null on the last one
     */
    record Page(
            List<String> customers, long total, @Nullable String after) {}

    /** The page after a place, null for the first; fails with a coded {@link DropOffFailure}. */
    Uni<Page> page(DropOff asked, @Nullable String after) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("funnel", asked.funnel());
        body.put("step", asked.step())
                .put("outcome", asked.outcome().name())
                .put("size", PAGE)
                .put("after", after);
        return Uni.createFrom()
                .completionStage(() -> http.sendAsync(request(body), BodyHandlers.ofString()))
                .onFailure(IOException.class)
                .transform(away -> unavailable("no answer: " + away.getMessage()))
                .map(FunnelCustomersClient::read);
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }

    private HttpRequest request(ObjectNode body) {
        return HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Authorization", "Bearer " + tokens.issue())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
    }

    private static Page read(HttpResponse<String> answer) {
        JsonNode body = json(answer.body());
        if (answer.statusCode() == BAD_REQUEST) {
            throw refused(body.path("error"));
        }
        if (answer.statusCode() != OK
                || !body.path("customers").isArray()
                || !body.path("total").isIntegralNumber()) {
            throw unavailable("answer " + answer.statusCode() + " "
                    + body.at("/error/code").asText(""));
        }
        return new Page(
                body.path("customers").valueStream().map(JsonNode::asText).toList(),
                body.path("total").longValue(),
                body.path("after").textValue());
    }

    private static RuntimeException refused(JsonNode error) {
        String code = error.path("code").asText("");
        if (!CODE.matcher(code).matches()) {
            return unavailable("a refusal without a code");
        }
        return new DropOffFailure.RefusedFunnel(
                        code,
                        field(error.path("field").asText("")),
                        error.path("message").asText(code))
                .exception();
    }

    /** There the funnel is the argument {@code input}, and the step stands beside it. */
    private static String field(String field) {
        return field.startsWith("input.")
                ? "input.funnel." + field.substring("input.".length())
                : field.equals("step") ? "input.step" : "input.funnel";
    }

    private static RuntimeException unavailable(String reason) {
        LOG.warnf("funnel-service names no customers of a funnel: %s", reason);
        return new DropOffFailure.EventsUnavailable(reason).exception();
    }

    private static JsonNode json(String text) {
        try {
            return EventDocument.MAPPER.readTree(text);
        } catch (IOException notOurs) {
            // A proxy's page, or nothing: the status alone must do.
            return EventDocument.MAPPER.missingNode();
        }
    }
}
