package io.clientele.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

import io.clientele.localstack.ServiceProcess;

/**
 * How fast customers follow their events: a backlog, taken in through the collection API while nobody folds, drained with
 * collection idle. It is drained when PostgreSQL has every event's effect and the index of customers has it too. Before
 * each backlog everything that came earlier is done: folded, indexed and moved.
 */
final class FactsBenchmark {

    /** Events a second where pages average three events a customer. */
    static final double GOAL = 15_000;

    /** Of one event a customer so many times fewer are drained, which takes about as long. */
    private static final int FEWER_AT_ONE = 2;

    private static final int CONNECTIONS = 4;

    /** Long, since all metrics are written for each look. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final FactsOptions options;
    private final PrintStream out;
    private final CustomerServers servers;
    private final Requests requests = new Requests(CONNECTIONS);
    private long sent;

    private FactsBenchmark(FactsOptions options, PrintStream out, CustomerServers servers) {
        this.options = options;
        this.out = out;
        this.servers = servers;
    }

    /** Runs it and says whether the goal was reached. */
    static boolean run(FactsOptions options, PrintStream out)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        try (CustomerServers servers = CustomerServers.start("facts")) {
            Drain three = new FactsBenchmark(options, out, servers).measure();
            out.printf(Locale.ROOT, "ratio facts_events_per_second %.0f (goal %.0f)%n", three.rate(), GOAL);
            return three.rate() >= GOAL;
        }
    }

    private Drain measure() throws IOException, InterruptedException, ExecutionException, SQLException {
        out.printf("%d events to drain, and %d before them that are not counted%n", options.events(), options.warmUp());
        collect(Backlog.of("warm", options.warmUp(), 3));
        ServiceProcess profile = servers.startProfile();
        try (CustomerWork work = CustomerWork.of(servers.connection())) {
            folded(profile);
            work.awaitIndex();
            work.awaitMoves();
            Drain three = measure(profile, work, Backlog.of("three", options.events(), 3));
            measure(profile, work, Backlog.of("one", options.events() / FEWER_AT_ONE, 1));
            return three;
        }
    }

    private Drain measure(ServiceProcess profile, CustomerWork work, Messages backlog)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        work.holdFold();
        collect(backlog);
        FoldProgress before = FoldProgress.of(requests, profile.address());
        Stopwatch watch = new Stopwatch(() -> servers.time(profile));
        work.releaseFold();
        FoldProgress counted = folded(profile).minus(before);
        Stopwatch.Mark folded = watch.mark();
        work.awaitIndex();
        Stopwatch.Mark indexed = watch.mark();
        work.awaitMoves();
        Drain drain = new Drain(counted, folded, indexed, watch.mark());
        out.print(drain.text());
        return drain;
    }

    private void collect(Messages backlog) throws IOException, InterruptedException, ExecutionException {
        new Collecting(requests, servers.funnel(), CustomerServers.WRITE_KEY).store(backlog, servers.elasticsearch());
        sent += backlog.json().size();
    }

    /** Waits until all that was sent is folded. */
    private FoldProgress folded(ServiceProcess profile) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            FoldProgress now = FoldProgress.of(requests, profile.address());
            if (now.events() >= sent) {
                return now;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("only " + now.events() + " events are folded after " + PATIENCE);
            }
            Thread.sleep(PAUSE);
        }
    }
}
