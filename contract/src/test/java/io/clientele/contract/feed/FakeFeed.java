package io.clientele.contract.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A funnel-service that gives prepared answers, in their order, and remembers what it was asked. */
final class FakeFeed implements AutoCloseable {

    /** What came: method and path, then the token, then the body. */
    record Asked(String what, String authorization, String body) {}

    private record Answer(int status, String body) {}

    private final HttpServer server = listening();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<Asked> asked = new ArrayList<>();

    private static HttpServer listening() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException unavailable) {
            throw new UncheckedIOException(unavailable);
        }
    }

    FakeFeed start() {
        server.createContext("/", this::answer);
        server.start();
        return this;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    synchronized FakeFeed will(int status, String body) {
        answers.add(new Answer(status, body));
        return this;
    }

    synchronized List<Asked> asked() {
        return List.copyOf(asked);
    }

    private synchronized Answer next(Asked question) {
        asked.add(question);
        return answers.isEmpty() ? new Answer(500, "") : answers.remove();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Answer answer = next(new Asked(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                    body));
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
