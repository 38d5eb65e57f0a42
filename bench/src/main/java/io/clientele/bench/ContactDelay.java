package io.clientele.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
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
 * Collects events of known customers at a steady rate and watches the contacts: one event in so many puts something into a
 * cart, of a category that one of the campaigns is about, and all others are looks at products.
 */
final class ContactDelay {

    static final int ONE_IN = 5;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int NOT_MEASURED = 2;
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Contacts become visible in another order than they were decided in, within less than this. */
    private static final Duration BACK = Duration.ofSeconds(10);

    private final TriggersOptions options;
    private final CustomerServers servers;
    private final SteadySending sending;
    private final SplittableRandom dice = new SplittableRandom(1);
    private final int perRequest;

    ContactDelay(TriggersOptions options, CustomerServers servers, Requests requests) {
        this.options = options;
        this.servers = servers;
        this.sending =
                new SteadySending(requests, new Collecting(requests, servers.funnel(), CustomerServers.WRITE_KEY));
        this.perRequest = Math.max(1, options.rate() / SteadySending.REQUESTS_A_SECOND);
    }

    /** The times from the answer of each request to the contacts of its events. */
    Times measure() throws InterruptedException, ExecutionException {
        int before = options.seconds() / NOT_MEASURED * SteadySending.REQUESTS_A_SECOND;
        int measured = options.seconds() * SteadySending.REQUESTS_A_SECOND;
        int entering = ((before + measured) * perRequest + ONE_IN - 1) / ONE_IN;
        return sending.measure(before, measured, this::part, () -> watch(entering));
    }

    private SteadySending.Part part(int number) {
        List<byte[]> messages = new ArrayList<>();
        List<String> entering = new ArrayList<>();
        for (int event = number * perRequest; event < (number + 1) * perRequest; event++) {
            boolean enters = event % ONE_IN == 0;
            String id = (enters ? "cart-" : "look-") + event;
            if (enters) {
                entering.add(id);
            }
            messages.add(message(id, enters ? RunningCampaigns.EVENT : "Product Viewed"));
        }
        return new SteadySending.Part(messages, entering);
    }

    private byte[] message(String id, String event) {
        ObjectNode message = MAPPER.createObjectNode();
        message.put("type", "track")
                .put("event", event)
                .put("messageId", id)
                .put("userId", TriggersBenchmark.customer(dice.nextInt(options.timers())))
                .put("timestamp", Instant.now().toString());
        message.putObject("properties")
                .put("product_id", "p-" + dice.nextInt(500))
                .put("name", "Tea")
                .put("category", RunningCampaigns.category(dice.nextInt(RunningCampaigns.COUNT)))
                .put("price", 25)
                .put("currency", "CNY")
                .put("quantity", 1);
        try {
            return MAPPER.writeValueAsBytes(message);
        } catch (IOException impossible) {
            throw new IllegalStateException("a tree is written as JSON", impossible);
        }
    }

    /** Looks at the contacts again and again until there are so many; gives when each was seen first, by its message. */
    private Map<String, Long> watch(int count) throws SQLException, InterruptedException {
        Map<String, Long> seen = new HashMap<>();
        long lastSeen = System.nanoTime();
        Timestamp from = Timestamp.from(Instant.now());
        try (Connection connection = servers.campaignConnection();
                PreparedStatement contacts = connection.prepareStatement("""
                        SELECT cause, decided_at FROM contact JOIN enrolment ON enrolment.id = contact.enrolment_id
                        WHERE contact.campaign_id = ANY(?) AND decided_at >= ?""")) {
            contacts.setArray(
                    1, connection.createArrayOf("text", RunningCampaigns.ids().toArray()));
            while (seen.size() < count && System.nanoTime() - lastSeen < PATIENCE.toNanos()) {
                contacts.setTimestamp(2, Timestamp.from(from.toInstant().minus(BACK)));
                try (ResultSet rows = contacts.executeQuery()) {
                    long now = System.nanoTime();
                    while (rows.next()) {
                        if (seen.putIfAbsent(rows.getString(1), now) == null) {
                            lastSeen = now;
                        }
                        from = rows.getTimestamp(2).after(from) ? rows.getTimestamp(2) : from;
                    }
                }
                Thread.sleep(PAUSE);
            }
        }
        return seen;
    }
}
