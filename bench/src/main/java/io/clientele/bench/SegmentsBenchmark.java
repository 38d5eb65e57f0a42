package io.clientele.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.localstack.ServiceProcess;

/**
 * Segments over an index of many customers: how long a preview takes over GraphQL, and how long after an event was
 * acknowledged its customer's entry stands in the stream of memberships, while events come in at a steady rate.
 */
final class SegmentsBenchmark {

    /** Milliseconds of the median preview, at most. */
    static final double PREVIEW_GOAL = 100;

    /** Milliseconds of 99 of 100 entries, at most. */
    static final double MEMBERSHIP_GOAL = 3_000;

    private static final int CONNECTIONS = 8;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String PREVIEW = """
            query($condition: ConditionInput!) {
              previewSegment(condition: $condition) { size customers sample { id } } }""";

    private final SegmentsOptions options;
    private final PrintStream out;
    private final CustomerServers servers;
    private final Requests requests = new Requests(CONNECTIONS);

    private SegmentsBenchmark(SegmentsOptions options, PrintStream out, CustomerServers servers) {
        this.options = options;
        this.out = out;
        this.servers = servers;
    }

    /** Runs it and says whether the goals were reached. */
    static boolean run(SegmentsOptions options, PrintStream out)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        try (CustomerServers servers = CustomerServers.start("segments")) {
            return new SegmentsBenchmark(options, out, servers).measure();
        }
    }

    private boolean measure() throws IOException, InterruptedException, ExecutionException, SQLException {
        new CustomersFilling(requests, servers.elasticsearch(), new MadeUpCustomers(Instant.now()))
                .fill(options.customers());
        ServiceProcess profile = servers.startProfile();
        Questions questions = new Questions(requests, profile.address(), servers.tokens());
        awaitIndex(questions);
        out.printf(
                "%,d customers, %d previews of each condition; then %,d events/s for %d s%n",
                options.customers(), options.previews(), options.rate(), options.seconds());
        double preview = previews(questions).millis(0.5);
        Times entries = new MembershipDelay(options, servers, requests, questions).measure();
        double median = entries.millis(0.5);
        double most = entries.millis(0.99);
        out.printf(
                Locale.ROOT,
                "entries into a segment, %d of them: p50 %,.0f ms, p99 %,.0f ms after the event was acknowledged%n",
                entries.size(),
                median,
                most);
        out.printf(Locale.ROOT, "ratio segments_preview_ms %.0f (goal %.0f)%n", preview, PREVIEW_GOAL);
        out.printf(Locale.ROOT, "ratio segments_membership_p99_ms %.0f (goal %.0f)%n", most, MEMBERSHIP_GOAL);
        return preview <= PREVIEW_GOAL && most <= MEMBERSHIP_GOAL;
    }

    private Times previews(Questions questions) throws IOException, InterruptedException {
        Times all = new Times();
        for (PreviewConditions kind : PreviewConditions.values()) {
            Times times = new Times();
            long size = 0;
            for (int round = 1 - options.previews(); round <= options.previews(); round++) {
                Map<String, ?> condition = kind.condition(options.previews() + round);
                long begin = System.nanoTime();
                JsonNode preview =
                        questions.ask(PREVIEW, Map.of("condition", condition)).path("previewSegment");
                if (round > 0) {
                    times.add(Duration.ofNanos(System.nanoTime() - begin));
                }
                size = preview.path("size").asLong();
            }
            out.printf(
                    Locale.ROOT,
                    "preview p50 %4.0f ms, p99 %4.0f ms, %,9d customers: %s%n",
                    times.millis(0.5),
                    times.millis(0.99),
                    size,
                    kind.label());
            all.addAll(times);
        }
        return all;
    }

    private void awaitIndex(Questions questions) throws IOException, InterruptedException {
        Map<String, ?> anyone = PreviewConditions.TIER_AND_RECENCY.condition(0);
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                long customers = questions
                        .ask(PREVIEW, Map.of("condition", anyone))
                        .at("/previewSegment/customers")
                        .asLong();
                if (customers == options.customers()) {
                    return;
                }
                throw new IllegalStateException("the index has " + customers + " customers");
            } catch (IllegalStateException notYet) {
                if (Instant.now().isAfter(deadline)) {
                    throw notYet;
                }
            }
            Thread.sleep(PAUSE);
        }
    }
}
