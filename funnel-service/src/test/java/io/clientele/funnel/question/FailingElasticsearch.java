package io.clientele.funnel.question;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.clientele.funnel.TestShop;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * An Elasticsearch that answers as a failing one does, which a healthy one cannot be made to do at will. What fails is
 * said by the search itself: it asks for an event of that name.
 */
public final class FailingElasticsearch implements QuarkusTestResourceLifecycleManager {

    static final String OVERLOADED = "answers 429";
    static final String PARTIAL = "answers of one shard only";
    static final String TIMED_OUT = "answers of the first second only";
    static final String REFUSED = "answers 400";
    static final String HUNG_UP = "closes the connection";

    private static final String SOME_STEPS = "\"aggregations\":{\"funnel\":{\"steps\":[1]}}}";

    private final HttpServer server = listening();

    private static HttpServer listening() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException unavailable) {
            throw new UncheckedIOException(unavailable);
        }
    }

    @Override
    public Map<String, String> start() {
        server.createContext("/", FailingElasticsearch::answer);
        server.start();
        return Map.of(
                "quarkus.elasticsearch.hosts",
                server.getAddress().getHostString() + ":" + server.getAddress().getPort(),
                "clientele.collect.write-keys",
                TestShop.SOURCE + ":" + TestShop.WRITE_KEY);
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (body.contains(HUNG_UP)) {
            exchange.close();
        } else if (body.contains(OVERLOADED)) {
            answer(exchange, 429, "{\"error\":{\"type\":\"es_rejected_execution_exception\",\"reason\":\"full\"}}");
        } else if (body.contains(PARTIAL)) {
            answer(exchange, 200, "{\"timed_out\":false,\"_shards\":{\"total\":2,\"failed\":1}," + SOME_STEPS);
        } else if (body.contains(TIMED_OUT)) {
            answer(exchange, 200, "{\"timed_out\":true,\"_shards\":{\"total\":2,\"failed\":0}," + SOME_STEPS);
        } else if (body.contains(REFUSED)) {
            answer(exchange, 400, "{\"error\":{\"type\":\"parsing_exception\",\"reason\":\"secret\"}}");
        } else {
            answer(exchange, 503, "{}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
