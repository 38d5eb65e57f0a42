package io.clientele.bench;

import java.io.IOException;
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
import java.util.concurrent.ExecutionException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Collects events at a steady rate and watches the stream of memberships. In each request two customers put a second piece
 * into their cart and so enter a segment; all others look at products.
 */
final class MembershipDelay {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SEGMENT = "filled-carts";
    private static final int ENTRIES_A_REQUEST = 2;
    private static final int LOOKERS = 50_000;
    private static final int NOT_MEASURED = 6;
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String DEFINE = """
            mutation($input: DefineSegmentInput!) { defineSegment(input: $input) { id } }""";

    private final SegmentsOptions options;
    private final CustomerServers servers;
    private final Questions questions;
    private final SteadySending sending;
    private final SplittableRandom dice = new SplittableRandom(1);

    MembershipDelay(SegmentsOptions options, CustomerServers servers, Requests requests, Questions questions) {
        this.options = options;
        this.servers = servers;
        this.questions = questions;
        this.sending =
                new SteadySending(requests, new Collecting(requests, servers.funnel(), CustomerServers.WRITE_KEY));
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
        int before = options.seconds() / NOT_MEASURED * SteadySending.REQUESTS_A_SECOND;
        int measured = options.seconds() * SteadySending.REQUESTS_A_SECOND;
        return sending.measure(before, measured, this::part, () -> watch((before + measured) * ENTRIES_A_REQUEST));
    }

    private SteadySending.Part part(int number) {
        List<byte[]> messages = new ArrayList<>();
        List<String> entering = new ArrayList<>();
        for (int i = 0; i < ENTRIES_A_REQUEST; i++) {
            String customer = "watched-" + (number * ENTRIES_A_REQUEST + i);
            entering.add(customer);
            messages.add(message(customer + "-first", customer, "Product Added"));
            messages.add(message(customer + "-second", customer, "Product Added"));
        }
        while (messages.size() < options.rate() / SteadySending.REQUESTS_A_SECOND) {
            String id = "look-" + number + "-" + messages.size();
            messages.add(message(id, "looker-" + dice.nextInt(LOOKERS), "Product Viewed"));
        }
        return new SteadySending.Part(messages, entering);
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
}
