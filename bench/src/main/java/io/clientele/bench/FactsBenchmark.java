package io.clientele.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

import io.clientele.localstack.ServiceProcess;

/**
 * How fast customers follow their events: a backlog, taken in through the collection API while nobody folded, drained with
 * collection idle. It is drained when PostgreSQL has every event's effect and the index of customers has it too.
 */
final class FactsBenchmark {

    /** Events a second where pages average three events a customer. */
    static final double GOAL = 15_000;

    private static final int CONNECTIONS = 4;
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** Longer, since all metrics are written for each look. */
    private static final Duration PAUSE_OF_PROGRESS = Duration.ofMillis(200);

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final FactsOptions options;
    private final PrintStream out;
    private final Requests requests = new Requests(CONNECTIONS);

    private FactsBenchmark(FactsOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Runs it and says whether the goal was reached. */
    static boolean run(FactsOptions options, PrintStream out)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        FactsBenchmark benchmark = new FactsBenchmark(options, out);
        out.printf("%d events to drain, and %d before them that are not counted%n", options.events(), options.warmUp());
        benchmark.measure(1);
        Drain three = benchmark.measure(3);
        out.printf(Locale.ROOT, "ratio facts_events_per_second %.0f (goal %.0f)%n", three.rate(), GOAL);
        return three.rate() >= GOAL;
    }

    private Drain measure(int together) throws IOException, InterruptedException, ExecutionException, SQLException {
        try (CustomerServers servers = CustomerServers.start("facts")) {
            int all = options.warmUp() + options.events();
            new Collecting(requests, servers.funnel(), CustomerServers.WRITE_KEY)
                    .store(Backlog.of(all, together), servers.elasticsearch());
            Drain drain = drain(servers, all);
            out.printf(
                    Locale.ROOT,
                    "%.2f events a customer in pages of %,.0f events: %,.0f events/s (PostgreSQL alone %,.0f)%n  %s%n",
                    drain.eventsOfCustomer(),
                    drain.eventsOfPage(),
                    drain.rate(),
                    drain.foldRate(),
                    drain.cpu().perEvent(drain.events()));
            return drain;
        }
    }

    private Drain drain(CustomerServers servers, int all) throws IOException, InterruptedException, SQLException {
        ServiceProcess profile = servers.startProfile();
        FoldProgress first = reached(profile, options.warmUp());
        long begin = System.nanoTime();
        ServersTime before = servers.time(profile);
        FoldProgress last = reached(profile, all);
        Duration fold = Duration.ofNanos(System.nanoTime() - begin);
        awaitIndex(servers);
        Duration whole = Duration.ofNanos(System.nanoTime() - begin);
        FoldProgress counted = last.minus(first);
        return new Drain(
                counted.events(),
                fold,
                whole,
                counted.customers(),
                counted.pages(),
                servers.time(profile).minus(before));
    }

    private FoldProgress reached(ServiceProcess profile, int events) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            FoldProgress now = FoldProgress.of(requests, profile.address());
            if (now.events() >= events) {
                return now;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("only " + now.events() + " events are folded after " + PATIENCE);
            }
            Thread.sleep(PAUSE_OF_PROGRESS);
        }
    }

    private static void awaitIndex(CustomerServers servers) throws SQLException, InterruptedException {
        try (Connection connection = servers.connection();
                Statement statement = connection.createStatement()) {
            while (pending(statement)) {
                Thread.sleep(PAUSE);
            }
        }
    }

    private static boolean pending(Statement statement) throws SQLException {
        try (ResultSet pending = statement.executeQuery("""
                SELECT EXISTS (SELECT FROM index_outbox)
                    OR NOT EXISTS (SELECT FROM customers_index WHERE state = 'LIVE')""")) {
            pending.next();
            return pending.getBoolean(1);
        }
    }
}
