package io.clientele.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Collects events at a steady rate and watches the stream of memberships. In each request two customers put a second piece
 * into their cart and so enter a segment; all others look at products.
 */
final class MembershipDelay {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SEGMENT = "filled-carts";
    private static final int REQUESTS_A_SECOND = 10;
    private static final int ENTRIES_A_REQUEST = 2;
    private static final int LOOKERS = 50_000;
    private static final int NOT_MEASURED = 6;
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String DEFINE = """
            mutation($input: DefineSegmentInput!) { defineSegment(input: $input) { id } }""";

    private final SegmentsOptions options;
    private final CustomerServers servers;
    private final Requests requests;
    private final Questions questions;
    private final Collecting collecting;
    private final SplittableRandom dice = new SplittableRandom(1);

    MembershipDelay(SegmentsOptions options, CustomerServers servers, Requests requests, Questions questions) {
        this.options = options;
        this.servers = servers;
        this.requests = requests;
        this.questions = questions;
        this.collecting = new Collecting(requests, servers.funnel(), CustomerServers.WRITE_KEY);
    }

    /** The times from the answer of each request that made a customer enter to the entry in the stream. */
    Times measure() throws IOException, InterruptedException, ExecutionException, SQLException {
        questions.ask(
                DEFINE,
                Map.of(
                        "input",
                        Map.of(
                                "key",
                                "bench",
                                "id",
                                SEGMENT,
                                "name",
                                "Filled carts",
                                "kind",
                                "CONDITION",
                                "condition",
                                PreviewConditions.did("Product Added", 2, 7))));
        int before = options.seconds() / NOT_MEASURED * REQUESTS_A_SECOND;
        int all = before + options.seconds() * REQUESTS_A_SECOND;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Map<String, Long>> entries = threads.submit(() -> watch(all * ENTRIES_A_REQUEST));
            Map<String, Long> acknowledged = send(threads, all);
            return between(acknowledged, entries.get(), before * ENTRIES_A_REQUEST);
        }
    }

    private static Times between(Map<String, Long> acknowledged, Map<String, Long> entered, int notMeasured) {
        Times times = new Times();
        acknowledged.forEach((customer, at) -> {
            Long entry = entered.get(customer);
            if (entry == null) {
                throw new IllegalStateException(customer + " has not entered");
            }
            if (number(customer) >= notMeasured) {
                times.add(Duration.ofNanos(Math.max(0, entry - at)));
            }
        });
        return times;
    }

    /** Sends so many requests, each at its time whether or not those before are answered. */
    private Map<String, Long> send(ExecutorService threads, int count) throws InterruptedException, ExecutionException {
        List<Future<Map<String, Long>>> sent = new ArrayList<>();
        long begin = System.nanoTime();
        for (int number = 0; number < count; number++) {
            long due =
                    begin + Duration.ofSeconds(1).dividedBy(REQUESTS_A_SECOND).toNanos() * number;
            Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
            sent.add(threads.submit(request(number)));
        }
        Map<String, Long> acknowledged = new HashMap<>();
        for (Future<Map<String, Long>> request : sent) {
            acknowledged.putAll(request.get());
        }
        return acknowledged;
    }

    private Callable<Map<String, Long>> request(int number) {
        List<byte[]> messages = new ArrayList<>();
        List<String> entering = new ArrayList<>();
        for (int i = 0; i < ENTRIES_A_REQUEST; i++) {
            String customer = "watched-" + (number * ENTRIES_A_REQUEST + i);
            entering.add(customer);
            messages.add(message(customer + "-first", customer, "Product Added"));
            messages.add(message(customer + "-second", customer, "Product Added"));
        }
        while (messages.size() < options.rate() / REQUESTS_A_SECOND) {
            String id = "look-" + number + "-" + messages.size();
            messages.add(message(id, "looker-" + dice.nextInt(LOOKERS), "Product Viewed"));
        }
        byte[] body = new Messages(messages).batches(messages.size()).getFirst();
        return () -> {
            HttpResponse<String> answer = requests.send(collecting.request(body));
            long now = System.nanoTime();
            if (!Collecting.took(answer)) {
                throw new IllegalStateException("collection answers " + answer.statusCode() + ": " + answer.body());
            }
            Map<String, Long> acknowledged = new HashMap<>();
            entering.forEach(customer -> acknowledged.put(customer, now));
            return acknowledged;
        };
    }

    private static byte[] message(String id, String customer, String event) {
        ObjectNode message = MAPPER.createObjectNode();
        message.put("type", "track")
                .put("event", event)
                .put("messageId", id)
                .put("userId", customer)
                .put("timestamp", Instant.now().toString());
        ObjectNode context = message.putObject("context");
        context.put("sessionId", "visit-of-" + customer).put("channel", "app");
        context.putObject("device").put("type", "mobile");
        context.putObject("os").put("name", "Android");
        message.putObject("properties")
                .put("product_id", "p-" + Math.floorMod(id.hashCode(), 500))
                .put("name", "Tea")
                .put("category", "snacks")
                .put("price", 25)
                .put("currency", "CNY")
                .put("quantity", 1);
        try {
            return MAPPER.writeValueAsBytes(message);
        } catch (IOException impossible) {
            throw new IllegalStateException("a tree is written as JSON", impossible);
        }
    }

    /** Reads the stream as its readers do, from position to position, until so many have entered. */
    private Map<String, Long> watch(int count) throws SQLException, InterruptedException {
        Map<String, Long> entered = new HashMap<>();
        long position = 0;
        long lastSeen = System.nanoTime();
        try (Connection connection = servers.connection();
                PreparedStatement changes = connection.prepareStatement("""
                        SELECT position, customer_id FROM membership_change
                        WHERE position > ? AND segment_id = ? AND entered ORDER BY position""")) {
            changes.setString(2, SEGMENT);
            while (entered.size() < count && System.nanoTime() - lastSeen < PATIENCE.toNanos()) {
                changes.setLong(1, position);
                try (ResultSet rows = changes.executeQuery()) {
                    long now = System.nanoTime();
                    while (rows.next()) {
                        position = rows.getLong(1);
                        entered.putIfAbsent(rows.getString(2), now);
                        lastSeen = now;
                    }
                }
                Thread.sleep(PAUSE);
            }
        }
        return entered;
    }

    private static int number(String customer) {
        return Integer.parseInt(customer.substring(customer.lastIndexOf('-') + 1));
    }
}
