package io.clientele.loader;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A collector in this process that keeps message ids in memory and can be told to misbehave. */
final class FakeCollector implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<String> stored = new HashSet<>();
    private final Behaviour behaviour;
    final List<Request> requests = new CopyOnWriteArrayList<>();

    /** A request as it came. */
    record Request(String authorization, String contentType, String body) {

        JsonNode json() {
            return Gathered.json(body);
        }

        int messages() {
            return json().get("batch").size();
        }
    }

    /** What is answered; a body with status 200 is left to the collector by {@link #take()}. */
    record Reply(int status, String retryAfter, String body) {
        static Reply take() {
            return new Reply(200, "", "");
        }

        static Reply error(int status, String code) {
            return new Reply(status, "", "{\"error\":{\"code\":\"" + code + "\",\"message\":\"said so\"}}");
        }
    }

    /** Decides on the request with a number, counted from one. */
    @FunctionalInterface
    interface Behaviour {
        Reply reply(int number, Request request) throws IOException;
    }

    FakeCollector(Behaviour behaviour) throws IOException {
        this.behaviour = behaviour;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/batch", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI address() {
        return URI.create("http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort());
    }

    synchronized Set<String> stored() {
        return Set.copyOf(stored);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = new Request(
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            Reply reply = behaviour.reply(count(request), request);
            if (!reply.retryAfter().isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", reply.retryAfter());
            }
            String text = reply.status() == 200 && reply.body().isEmpty() ? take(request) : reply.body();
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private synchronized int count(Request request) {
        requests.add(request);
        return requests.size();
    }

    /** Store what is new, find duplicates, and reject every message of the event "Odd". */
    private synchronized String take(Request request) {
        List<String> items = new ArrayList<>();
        int index = 0;
        int accepted = 0;
        int rejected = 0;
        for (JsonNode message : request.json().get("batch")) {
            if (message.path("event").asText().equals("Odd")) {
                rejected++;
                items.add("{\"index\":" + index + ",\"status\":\"rejected\",\"code\":\"INVALID_FIELD\","
                        + "\"field\":\"event\",\"reason\":\"is odd\"}");
            } else if (stored.add(message.get("messageId").asText())) {
                accepted++;
            } else {
                items.add("{\"index\":" + index + ",\"status\":\"duplicate\"}");
            }
            index++;
        }
        return "{\"accepted\":" + accepted + ",\"duplicate\":" + (index - accepted - rejected) + ",\"rejected\":"
                + rejected + ",\"items\":[" + String.join(",", items) + "]}";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
