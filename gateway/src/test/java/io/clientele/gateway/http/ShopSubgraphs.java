package io.clientele.gateway.http;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * Plays the subgraphs of {@code shop.graphql}.
 *
 * <p>How {@code reviews} fails, a test says by the header {@code X-Request-Id}, which the gateway passes on.
 */
public final class ShopSubgraphs implements QuarkusTestResourceLifecycleManager {

    private final Vertx vertx = Vertx.vertx();

    @Override
    public Map<String, String> start() {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> request.bodyHandler(body -> answer(request, body.toJsonObject())))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        String address = "http://127.0.0.1:" + server.actualPort();
        return Map.of(
                "clientele.supergraph.location", "src/test/resources/shop.graphql",
                "clientele.services.products.url", address + "/products",
                "clientele.services.reviews.url", address + "/reviews",
                "clientele.gateway.subgraph.timeout", "500ms",
                "clientele.gateway.subgraph.breaker.tries", "1000");
    }

    @Override
    public void stop() {
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    private static void answer(HttpServerRequest request, JsonObject asked) {
        if (String.valueOf(request.path()).startsWith("/products")) {
            request.response().end(products(request, asked));
            return;
        }
        JsonArray representations = asked.getJsonObject("variables", new JsonObject()).stream()
                .map(Map.Entry::getValue)
                .filter(JsonArray.class::isInstance)
                .map(JsonArray.class::cast)
                .findFirst()
                .orElseGet(JsonArray::new);
        List<Map<String, Object>> entities = representations.stream()
                .map(each -> reviews(((JsonObject) each).getString("id")))
                .toList();
        reviews(request, entities);
    }

    private static void reviews(HttpServerRequest request, List<Map<String, Object>> entities) {
        String whole = Json.encode(Map.of("data", Map.of("_entities", entities)));
        switch (String.valueOf(request.getHeader("X-Request-Id"))) {
            case "html" -> request.response().end("<html>Bad day at http://10.1.2.3</html>");
            case "truncated" -> request.response().end(whole.substring(0, whole.length() - 3));
            case "fewer" -> request.response().end("{\"data\":{\"_entities\":[]}}");
            case "wrong" -> request.response().end(whole.replace("\"stars\":5", "\"stars\":\"five\""));
            case "unavailable" -> request.response().setStatusCode(503).end();
            case "uncoded" ->
                request.response()
                        .end("{\"data\":null,\"errors\":[{\"message\":\"no route to 10.1.2.3\","
                                + "\"extensions\":{\"stacktrace\":[\"at 10.1.2.3\"]}}]}");
            case "coded" ->
                request.response()
                        .end("{\"data\":null,\"errors\":[{\"message\":\"Reviews are full.\","
                                + "\"extensions\":{\"code\":\"REVIEWS_FULL\",\"field\":\"first\"}}]}");
            case "cut" -> request.connection().close();
            case "hanging" -> request.response().setChunked(true);
            case "unauthenticated" -> request.response().setStatusCode(401).end();
            default -> request.response().end(whole);
        }
    }

    private static Map<String, Object> reviews(String id) {
        return Map.of("__typename", "Product", "reviews", List.of(Map.of("text", "on " + id, "stars", 5)));
    }

    private static Buffer products(HttpServerRequest request, JsonObject asked) {
        String query = asked.getString("query");
        JsonObject data = new JsonObject().put("__typename", query.startsWith("mutation") ? "Mutation" : "Query");
        Matcher fields = Pattern.compile("(?:(\\w+)\\s*:\\s*)?\\b(about|products|product|rename)\\b")
                .matcher(query);
        while (fields.find()) {
            String key = fields.group(1) == null ? fields.group(2) : fields.group(1);
            data.put(key, value(fields.group(2), request));
        }
        return new JsonObject().put("data", data).toBuffer();
    }

    private static @Nullable Object value(String field, HttpServerRequest request) {
        return switch (field) {
            case "about" -> new JsonObject().put("name", "shop for " + request.getHeader("traceparent"));
            case "products" -> new JsonArray().add(product("1")).add(product("2"));
            default -> product("1");
        };
    }

    private static JsonObject product(String id) {
        return new JsonObject().put("__typename", "Product").put("id", id).put("name", "thing " + id);
    }
}
