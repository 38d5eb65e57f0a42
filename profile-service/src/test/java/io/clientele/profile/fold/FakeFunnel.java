package io.clientele.profile.fold;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.clientele.contract.event.CustomerId;
import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventBuilder;
import io.clientele.contract.event.EventDocument;
import io.clientele.contract.event.EventType;
import io.clientele.contract.event.FreeFields;
import io.clientele.contract.event.Times;
import io.clientele.contract.feed.FeedCursor;
import io.clientele.contract.feed.ShardPosition;
import io.clientele.localstack.PostgresServer;
import io.clientele.localstack.SharedStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * A funnel-service that keeps its events in memory, and a database of one's own. {@code POST /append} takes documents, one a
 * line, which may be no events; {@code GET /end} tells each shard's last position, and {@code GET /documents} all that is
 * stored. After {@code POST /broken} of {@code true} it erases nothing.
 * Events that the service sends are taken once each; those with a trait {@code held} are not told by the feed.
 */
public final class FakeFunnel implements QuarkusTestResourceLifecycleManager {

    static final int SHARDS = 2;
    static final String LEASE = "2s";
    static final String PASSWORD = "fold";

    private static final int OK = 200;

    private final HttpServer server = listening();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<List<JsonNode>> shards = List.of(new ArrayList<>(), new ArrayList<>());
    private final Set<String> sent = new HashSet<>();
    private volatile boolean broken;

    private static HttpServer listening() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException unavailable) {
            throw new UncheckedIOException(unavailable);
        }
    }

    @Override
    public Map<String, String> start() {
        server.setExecutor(threads);
        server.createContext("/append", this::append);
        server.createContext(
                "/end",
                exchange -> answer(
                        exchange, shards.get(0).size() + " " + shards.get(1).size()));
        server.createContext("/broken", exchange -> {
            broken = Boolean.parseBoolean(body(exchange));
            answer(exchange, "{}");
        });
        server.createContext("/documents", exchange -> answer(exchange, shards.toString()));
        server.createContext("/internal/v1/erase", this::erase);
        server.createContext("/internal/v1/export", this::export);
        new FakeRekeying().serve(server);
        server.createContext("/internal/v1/events", this::events);
        server.createContext("/internal/v1/feed/consumers", this::consumer);
        server.createContext("/internal/v1/feed/read", this::read);
        server.createContext("/internal/v1/feed/history", this::history);
        server.start();
        PostgresServer postgres = SharedStack.postgres();
        String database = "fold_" + UUID.randomUUID().toString().replace("-", "");
        postgres.createDatabase(database, database, PASSWORD);
        return Map.of(
                "quarkus.datasource.reactive.url",
                "postgresql://" + postgres.host() + ":" + postgres.port() + "/" + database,
                "quarkus.datasource.username",
                database,
                "quarkus.datasource.password",
                PASSWORD,
                "clientele.funnel.url",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "clientele.service-secret",
                "a secret that only tests know, and long enough",
                "clientele.fold.lease",
                LEASE,
                "clientele.fold.page-events",
                "7",
                "clientele.fold.max-wait",
                "1s");
    }

    @Override
    public void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private synchronized void append(HttpExchange exchange) throws IOException {
        for (String line : body(exchange).split("\n", -1)) {
            JsonNode document = EventDocument.MAPPER.readTree(line);
            shards.get(shard(routing(document))).add(document);
        }
        notifyAll();
        answer(exchange, "{}");
    }

    private synchronized void events(HttpExchange exchange) throws IOException {
        JsonNode message =
                EventDocument.MAPPER.readTree(body(exchange)).path("batch").path(0);
        JsonNode traits = message.path("traits");
        if (traits.has("refused")) {
            answer(
                    exchange,
                    "{\"rejected\":1,\"items\":[{\"code\":\"TOO_LONG\",\"field\":\"traits\",\"reason\":\"is\"}]}");
            return;
        }
        boolean known = !sent.add(message.path("messageId").asText());
        if (!known && !traits.has("held")) {
            JsonNode document = document(message);
            shards.get(shard(routing(document))).add(document);
            notifyAll();
        }
        answer(exchange, known ? "{\"duplicate\":1}" : "{\"accepted\":1}");
    }

    private static JsonNode document(JsonNode message) throws IOException {
        Instant at = Instant.parse(message.path("timestamp").asText());
        EventBuilder event = Event.builder(
                message.path("messageId").asText(),
                EventType.valueOf(message.path("type").asText().toUpperCase(Locale.ROOT)),
                CustomerId.of(
                        message.path("userId").textValue(),
                        message.path("anonymousId").textValue()),
                new Times(at, at, null, null),
                "profile-service");
        if (message.path("traits") instanceof ObjectNode traits) {
            event.traits(FreeFields.of("traits", traits));
        }
        if (message.has("previousId")) {
            event.previousId(message.path("previousId").asText());
        }
        return EventDocument.MAPPER.readTree(EventDocument.bytes(event.build()));
    }

    private synchronized void erase(HttpExchange exchange) throws IOException {
        JsonNode asked = EventDocument.MAPPER.readTree(body(exchange));
        if (broken) {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
            return;
        }
        boolean counting = exchange.getRequestURI().getPath().endsWith("/count");
        answer(exchange, counting ? FakeErasure.count(shards, asked) : FakeErasure.erase(shards, asked));
    }

    private synchronized void export(HttpExchange exchange) throws IOException {
        answer(exchange, FakeErasure.export(shards, EventDocument.MAPPER.readTree(body(exchange))));
    }

    private void consumer(HttpExchange exchange) throws IOException {
        String asked = body(exchange);
        if (!exchange.getRequestURI().getPath().endsWith("/cursors")) {
            answer(exchange, "{}");
            return;
        }
        JsonNode known = EventDocument.MAPPER.readTree(asked).path("known");
        ObjectNode cursors = EventDocument.MAPPER.createObjectNode();
        if (known.isEmpty()) {
            for (int shard = 0; shard < SHARDS; shard++) {
                cursors.withArray("cursors").add(cursor(shard, -1).value());
            }
        } else {
            cursors.set("cursors", known);
        }
        answer(exchange, cursors.toString());
    }

    private void read(HttpExchange exchange) throws IOException {
        JsonNode asked = EventDocument.MAPPER.readTree(body(exchange));
        ShardPosition from =
                ShardPosition.of(new FeedCursor(asked.path("cursor").asText()));
        if (from.shard() >= SHARDS) {
            answer(exchange, last(from.shard(), from.position(), 0));
            return;
        }
        answer(
                exchange,
                page(from, asked.path("limit").asInt(), asked.path("waitMs").asLong()));
    }

    private synchronized String page(ShardPosition from, int limit, long wait) {
        List<JsonNode> shard = shards.get(from.shard());
        awaitEvents(shard, from.position(), System.nanoTime() + wait * 1_000_000);
        StringBuilder lines = new StringBuilder();
        int position = (int) from.position();
        while (position + 1 < shard.size() && position - from.position() < limit) {
            position++;
            if (!shard.get(position).isMissingNode()) {
                lines.append(line(position, shard.get(position)));
            }
        }
        return lines + last(from.shard(), position, shard.size() - position - 1);
    }

    private synchronized void awaitEvents(List<JsonNode> shard, long position, long deadline) {
        try {
            long left = deadline - System.nanoTime();
            while (shard.size() <= position + 1 && left > 0) {
                wait(Math.max(1, left / 1_000_000));
                left = deadline - System.nanoTime();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void history(HttpExchange exchange) throws IOException {
        JsonNode asked = EventDocument.MAPPER.readTree(body(exchange));
        String home = asked.path("customer").asText();
        int shard = shard(home.startsWith("anon:") ? home.substring("anon:".length()) : home);
        long until = ShardPosition.of(
                        new FeedCursor(asked.path("read").path(shard).asText()))
                .position();
        long after = asked.has("after")
                ? ShardPosition.of(new FeedCursor(asked.path("after").asText())).position()
                : -1;
        StringBuilder lines = new StringBuilder();
        int given = 0;
        int position = (int) after;
        // Two a page, so that a history has several.
        while (position < until && given < 2) {
            position++;
            JsonNode document = shards.get(shard).get(position);
            if (home.equals(document.path("customer_id").asText())) {
                lines.append(line(position, document));
                given++;
            }
        }
        answer(exchange, lines + last(shard, position, Math.max(0, until - position)));
    }

    static int shard(String routing) {
        return Math.floorMod(routing.hashCode(), SHARDS);
    }

    private static String routing(JsonNode document) {
        String customer = document.path("customer_id").asText();
        return customer.startsWith("anon:") ? customer.substring("anon:".length()) : customer;
    }

    static FeedCursor cursor(int shard, long position) {
        return new ShardPosition("idx", shard, "hist", position).cursor();
    }

    private static String line(int position, JsonNode document) {
        return "{\"position\":" + position + ",\"id\":\""
                + document.path("message_id").asText() + "\",\"event\":" + document + "}\n";
    }

    private static String last(int shard, long position, long behind) {
        return "{\"cursor\":\"" + cursor(shard, position) + "\",\"behind\":" + behind + "}\n";
    }

    static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(OK, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
