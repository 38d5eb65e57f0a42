package io.clientele.funnel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Something that answers in Elasticsearch's place, as a healthy one cannot be made to do at will. */
public abstract class FakeElasticsearch implements QuarkusTestResourceLifecycleManager {

    private final HttpServer server = listening();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private static HttpServer listening() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException unavailable) {
            throw new UncheckedIOException(unavailable);
        }
    }

    /** What is answered, by the beginning of the path. */
    protected abstract Map<String, HttpHandler> answers();

    @Override
    public Map<String, String> start() {
        server.setExecutor(threads);
        answers().forEach(server::createContext);
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
        threads.shutdownNow();
    }

    protected static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    protected static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
