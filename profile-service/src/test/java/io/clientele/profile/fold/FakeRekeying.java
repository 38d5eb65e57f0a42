package io.clientele.profile.fold;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.clientele.contract.event.EventDocument;

/**
 * Re-keys nothing, but tells of runs as funnel-service would: of each, that there is more to do, and the second time that
 * it is done. {@code GET /rekeyed} tells which runs were asked for, and {@code GET /rekeyed/requests} how many with each
 * request. {@code POST /rekeyed/refused} names a home whose runs fail; after {@code POST /rekeyed/away} of {@code true}
 * every request does.
 */
final class FakeRekeying {

    private final List<String> runs = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private String refused = "";
    private boolean away;

    void serve(HttpServer server) {
        server.createContext("/internal/v1/rekey", this::rekey);
        server.createContext("/rekeyed", exchange -> FakeFunnel.answer(exchange, lines(runs)));
        server.createContext("/rekeyed/requests", exchange -> FakeFunnel.answer(exchange, lines(requests)));
        server.createContext("/rekeyed/refused", this::refuse);
        server.createContext("/rekeyed/away", this::leave);
    }

    private synchronized String lines(List<String> lines) {
        return String.join("\n", lines);
    }

    private synchronized void refuse(HttpExchange exchange) throws IOException {
        refused = FakeFunnel.body(exchange);
        FakeFunnel.answer(exchange, "{}");
    }

    private synchronized void leave(HttpExchange exchange) throws IOException {
        away = Boolean.parseBoolean(FakeFunnel.body(exchange));
        FakeFunnel.answer(exchange, "{}");
    }

    private synchronized void rekey(HttpExchange exchange) throws IOException {
        JsonNode asked =
                EventDocument.MAPPER.readTree(FakeFunnel.body(exchange)).path("runs");
        requests.add(String.valueOf(asked.size()));
        if (away) {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
            return;
        }
        ObjectNode answer = EventDocument.MAPPER.createObjectNode();
        asked.forEach(run -> tell(run, answer.withArray("runs").addObject()));
        FakeFunnel.answer(exchange, answer.toString());
    }

    private void tell(JsonNode run, ObjectNode told) {
        boolean first = !runs.contains(run.toString());
        runs.add(run.toString());
        if (run.path("homeCustomer").asText().equals(refused)) {
            told.put("moved", 0).put("done", false).putObject("error").put("code", "STORE_UNAVAILABLE");
        } else {
            told.put("moved", first ? 1 : 0).put("done", !first);
        }
    }
}
