package io.clientele.profile.erasure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.consumer.FunnelConfig;
import io.clientele.contract.event.EventDocument;
import io.clientele.edge.ServiceTokens;
import io.clientele.profile.fold.Stretch;
import io.clientele.profile.identity.Run;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** What funnel-service stores of customers' events. Every method fails with a {@link FunnelTrouble}. */
@ApplicationScoped
class FunnelStore {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int OK = 200;

    /** As many as one request may name. */
    private static final int MOST = 1_000;

    private static final List<String> KINDS = List.of("events", "copies", "rejected", "strays");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    private final URI internal;
    private final ServiceTokens tokens;
    private final Duration timeout;

    FunnelStore(FunnelConfig funnel, ServiceTokens tokens, ErasureConfig config) {
        String base = funnel.url().toString();
        this.internal = URI.create((base.endsWith("/") ? base : base + "/") + "internal/v1/");
        this.tokens = tokens;
        this.timeout = config.timeout();
    }

    /** How many documents of each kind there are. */
    Uni<Map<String, Long>> count(List<Stretch> homes, Instant receivedUntil) {
        Map<String, Long> sums = new LinkedHashMap<>();
        KINDS.forEach(kind -> sums.put(kind, 0L));
        Uni<Void> all = Uni.createFrom().voidItem();
        for (List<Stretch> some : portions(homes)) {
            all = all.chain(() -> ask("erase/count", some, receivedUntil))
                    .invoke(answer -> KINDS.forEach(kind -> sums.merge(kind, number(answer, kind), Long::sum)))
                    .replaceWithVoid();
        }
        return all.replaceWith(sums);
    }

    /** Erases until nothing is left that a search finds. */
    Uni<Void> erase(List<Stretch> homes, Instant receivedUntil) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (List<Stretch> some : portions(homes)) {
            all = all.chain(() -> untilDone(some, receivedUntil));
        }
        return all;
    }

    private Uni<Void> untilDone(List<Stretch> homes, Instant receivedUntil) {
        return ask("erase", homes, receivedUntil)
                .chain(answer -> answer.path("done").asBoolean()
                        ? Uni.createFrom().voidItem()
                        : untilDone(homes, receivedUntil));
    }

    /** All events and refused items, as chunks of lines; the last line says that they are all. */
    Uni<Multi<List<ByteBuffer>>> export(List<Stretch> homes) {
        if (homes.size() > MOST) {
            return Uni.createFrom().failure(new FunnelTrouble("a customer of more than " + MOST + " ids"));
        }
        return send("export", homes, null, BodyHandlers.ofPublisher()).map(answer -> {
            Flow.Publisher<List<ByteBuffer>> body = answer.body();
            if (answer.statusCode() != OK) {
                throw new FunnelTrouble("funnel-service answers " + answer.statusCode());
            }
            return Multi.createFrom().publisher(body);
        });
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }

    private Uni<JsonNode> ask(String path, List<Stretch> homes, Instant receivedUntil) {
        return send(path, homes, receivedUntil, BodyHandlers.ofString()).map(answer -> {
            JsonNode body = json(answer.body());
            if (answer.statusCode() != OK) {
                throw new FunnelTrouble("funnel-service answers " + answer.statusCode() + " "
                        + body.path("error").path("code").asText(""));
            }
            return body;
        });
    }

    private <T> Uni<HttpResponse<T>> send(
            String path, List<Stretch> homes, @Nullable Instant receivedUntil, HttpResponse.BodyHandler<T> handler) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode customers = body.putArray("customers");
        homes.forEach(home -> customers.add(extent(home)));
        if (receivedUntil != null) {
            body.put("receivedUntil", receivedUntil.toString());
        }
        return Uni.createFrom()
                .completionStage(() -> http.sendAsync(request(path, body), handler))
                .onFailure(IOException.class)
                .transform(away -> new FunnelTrouble("funnel-service gives no answer: " + away.getMessage()));
    }

    private HttpRequest request(String path, ObjectNode body) {
        return HttpRequest.newBuilder(internal.resolve(path))
                .timeout(timeout)
                .header("Authorization", "Bearer " + tokens.issue())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
    }

    private static ObjectNode extent(Stretch home) {
        ObjectNode extent = JsonNodeFactory.instance.objectNode().put("customer", home.home());
        if (home.since() > 0) {
            extent.put("from", Instant.ofEpochMilli(home.since()).toString());
        }
        if (home.until() != Run.FOR_EVER) {
            extent.put("to", Instant.ofEpochMilli(home.until()).toString());
        }
        return extent;
    }

    private static long number(JsonNode answer, String kind) {
        JsonNode number = answer.path(kind);
        if (!number.isIntegralNumber()) {
            throw new FunnelTrouble("funnel-service answers without " + kind);
        }
        return number.longValue();
    }

    private static List<List<Stretch>> portions(List<Stretch> homes) {
        List<List<Stretch>> portions = new ArrayList<>();
        for (int from = 0; from < homes.size(); from += MOST) {
            portions.add(homes.subList(from, Math.min(homes.size(), from + MOST)));
        }
        return portions;
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
