package io.clientele.profile.segment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.clientele.contract.event.EventDocument;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * A funnel-service that names customers of funnels as it is told by {@code POST /script}: a list of answers {@code {"status",
 * "body"}}, one for each page, by the number in {@code after}. {@code GET /asked} tells what it was asked since.
 */
public final class FakeFunnelCustomers implements QuarkusTestResourceLifecycleManager {

    private final HttpServer server = listening();
    private final List<String> asked = new ArrayList<>();
    private JsonNode script = EventDocument.MAPPER.createArrayNode();

    private static HttpServer listening() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException unavailable) {
            throw new UncheckedIOException(unavailable);
        }
    }

    @Override
    public Map<String, String> start() {
        server.createContext("/script", exchange -> {
            script = EventDocument.MAPPER.readTree(exchange.getRequestBody().readAllBytes());
            asked.clear();
            answer(exchange, 200, "{}");
        });
        server.createContext("/asked", exchange -> answer(exchange, 200, asked.toString()));
        server.createContext("/internal/v1/funnel/customers", this::customers);
        server.start();
        return Map.of(
                "clientele.funnel.url",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void customers(HttpExchange exchange) throws IOException {
        JsonNode request =
                EventDocument.MAPPER.readTree(exchange.getRequestBody().readAllBytes());
        asked.add(request.toString());
        boolean service = exchange.getRequestHeaders().getFirst("Authorization").startsWith("Bearer ");
        JsonNode page = script.path(request.path("after").asInt(0));
        answer(
                exchange,
                service ? page.path("status").asInt() : 401,
                page.path("body").toString());
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
