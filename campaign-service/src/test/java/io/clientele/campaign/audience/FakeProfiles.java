package io.clientele.campaign.audience;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.clientele.contract.event.EventDocument;
import io.clientele.localstack.PostgresServer;
import io.clientele.localstack.SharedStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * A profile-service that keeps customers and segments in memory, and a database of one's own. {@link Profiles} tells it of
 * them.
 */
public final class FakeProfiles implements QuarkusTestResourceLifecycleManager {

    static final String URL = "clientele.test.profiles";

    /** Ids that begin so are refused for whatever reason. */
    public static final String REFUSED = "refused-";

    private static final String CARDS = "/internal/v1/customers/cards";
    private static final String PASSWORD = "campaign";
    private static final int OK = 200;

    private final HttpServer server = listening();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, JsonNode> cards = new ConcurrentSkipListMap<>();
    private final Map<String, ObjectNode> segments = new ConcurrentSkipListMap<>();
    private final List<ObjectNode> changes = new ArrayList<>();
    private volatile boolean away;

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
        server.createContext("/", this::answer);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        System.setProperty(URL, url);
        PostgresServer postgres = SharedStack.postgres();
        String database = "campaign_" + UUID.randomUUID().toString().replace("-", "");
        postgres.createDatabase(database, database, PASSWORD);
        return Map.of(
                "clientele.profile.url",
                url,
                "clientele.trigger.enabled",
                "false",
                "clientele.decision.enabled",
                "false",
                // Whatever the hour of the test.
                "clientele.contact.caps",
                "",
                "clientele.contact.quiet-hours",
                "none",
                "quarkus.datasource.reactive.url",
                "postgresql://" + postgres.host() + ":" + postgres.port() + "/" + database,
                "quarkus.datasource.username",
                database,
                "quarkus.datasource.password",
                PASSWORD);
    }

    @Override
    public void stop() {
        server.stop(0);
        threads.close();
        System.clearProperty(URL);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        JsonNode body = EventDocument.MAPPER.readTree(exchange.getRequestBody());
        boolean control = path.startsWith("/test/");
        if (away && !control) {
            respond(exchange, 503, "{\"error\":{\"code\":\"DATABASE_UNAVAILABLE\",\"message\":\"away\"}}");
            return;
        }
        if (path.equals(CARDS) && refused(body) >= 0) {
            String field = "customers[" + refused(body) + "]";
            respond(
                    exchange,
                    400,
                    "{\"error\":{\"code\":\"INVALID_VALUE\",\"field\":\"" + field + "\",\"message\":\"no id\"}}");
            return;
        }
        respond(exchange, OK, control ? told(path, body) : asked(path, query(exchange), body));
    }

    /** The place of an id for which the request is refused, as an older profile-service does; -1 if there is none. */
    private static int refused(JsonNode body) {
        for (int i = 0; i < body.path("customers").size(); i++) {
            String id = body.path("customers").get(i).asText();
            if (id.isBlank() || id.startsWith(REFUSED)) {
                return i;
            }
        }
        return -1;
    }

    private String told(String path, JsonNode body) {
        switch (path) {
            case "/test/card" -> body.path("ids").forEach(id -> cards.put(id.asText(), body));
            case "/test/segment" -> segments.put(body.path("id").asText(), (ObjectNode) body);
            case "/test/away" -> away = body.asBoolean();
            case "/test/change" -> {
                synchronized (changes) {
                    changes.add(((ObjectNode) body).put("position", changes.size() + 1));
                }
            }
            default -> throw new IllegalArgumentException(path);
        }
        return "{}";
    }

    private String asked(String path, Map<String, String> query, JsonNode body) {
        String memberships = "/internal/v1/memberships";
        if (path.equals(CARDS)) {
            return cards(body).toString();
        }
        if (path.equals("/internal/v1/segments/exist")) {
            return exist(body).toString();
        }
        if (path.equals(memberships + "/cursor")) {
            synchronized (changes) {
                return "{\"cursor\":\"" + ("now".equals(query.get("from")) ? changes.size() : 0) + "\"}";
            }
        }
        if (path.equals(memberships)) {
            return memberships(Integer.parseInt(query.get("cursor")), Integer.parseInt(query.get("limit")));
        }
        String segment = path.substring("/internal/v1/segments/".length());
        if (segment.endsWith("/members")) {
            return members(segment.substring(0, segment.indexOf('/')), query).toString();
        }
        ObjectNode defined =
                JsonNodeFactory.instance.objectNode().put("id", segment).put("kind", "CONDITION");
        defined.set("condition", body.path("condition"));
        segments.put(segment, defined.put("name", body.path("name").asText()));
        return "{\"id\":\"" + segment + "\"}";
    }

    private ObjectNode cards(JsonNode body) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode found = answer.putArray("cards");
        body.path("customers").forEach(id -> {
            JsonNode card = cards.get(id.asText());
            if (card != null) {
                found.add(((ObjectNode) card.deepCopy()).put("asked", id.asText()));
            }
        });
        return answer;
    }

    private ObjectNode exist(JsonNode body) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode found = answer.putArray("segments");
        body.path("ids").forEach(id -> {
            ObjectNode segment = segments.get(id.asText());
            if (segment != null) {
                found.add(segment.deepCopy().put("size", inSegment(id.asText()).size()));
            }
        });
        return answer;
    }

    private List<String> inSegment(String segment) {
        Map<String, JsonNode> members = new TreeMap<>();
        cards.values()
                .forEach(card -> card.path("segments").forEach(one -> {
                    if (one.asText().equals(segment)) {
                        members.put(card.path("id").asText(), card);
                    }
                }));
        return List.copyOf(members.keySet());
    }

    private ObjectNode members(String segment, Map<String, String> query) {
        int limit = Integer.parseInt(query.get("limit"));
        String after = query.getOrDefault("after", "");
        List<String> rest = inSegment(segment).stream()
                .filter(id -> id.compareTo(after) > 0)
                .toList();
        List<String> page = rest.subList(0, Math.min(limit, rest.size()));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode customers = answer.putArray("customers");
        page.forEach(customers::add);
        return rest.size() > page.size() ? answer.put("after", page.getLast()) : answer;
    }

    private String memberships(int after, int limit) {
        synchronized (changes) {
            int to = Math.min(changes.size(), after + limit);
            StringBuilder lines = new StringBuilder();
            changes.subList(after, to).forEach(change -> lines.append(change).append('\n'));
            return lines.append("{\"cursor\":\"")
                    .append(to)
                    .append("\",\"behind\":")
                    .append(changes.size() - to)
                    .append("}\n")
                    .toString();
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new TreeMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            query.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return query;
    }

    private static void respond(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
