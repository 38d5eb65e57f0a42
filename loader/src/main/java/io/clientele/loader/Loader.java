package io.clientele.loader;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.clientele.loader.source.EventSource;
import io.clientele.loader.source.LoadFailure;
import io.clientele.loader.source.Rows;

/**
 * Loads sources through the public collection API. Memory is bounded by the number of requests in flight, whatever the
 * source's size. A load that was stopped or killed goes on behind the last row that it knows to be answered; what it sends
 * twice the collector recognises by message id.
 */
public final class Loader {

    /** Batches read ahead for every connection, so that none waits for the reader or for a slow neighbour. */
    private static final int BATCHES_PER_CONNECTION = 4;

    private final LoaderOptions options;
    private final Patience.Sleeper sleeper;

    public Loader(LoaderOptions options) {
        this(options, Thread::sleep);
    }

    Loader(LoaderOptions options, Patience.Sleeper sleeper) {
        this.options = options;
        this.sleeper = sleeper;
    }

    /**
     * Load a source to its end.
     *
     * @throws LoadFailure if it cannot go on; what was answered is kept, and calling again continues there
     * @throws InterruptedException if the thread is interrupted; calling again continues there as well
     */
    public LoadReport load(EventSource source, Progress progress) throws InterruptedException {
        long begin = System.nanoTime();
        Patience patience = new Patience(options.patience(), System::nanoTime, sleeper);
        try (LoadState state = LoadState.open(
                        options.stateFolder(), source, options.collector().toString());
                Rows rows = source.open();
                CollectorClient client = new CollectorClient(options, patience, progress)) {
            progress.started(source, state.continuedAfterLine());
            sendAll(
                    new Batching(rows, state.continuedAfterLine(), options.eventsPerRequest()),
                    client,
                    state,
                    progress);
            LoadReport report = state.complete(Duration.ofNanos(System.nanoTime() - begin));
            progress.finished(report);
            return report;
        }
    }

    private void sendAll(Batching batching, CollectorClient client, LoadState state, Progress progress)
            throws InterruptedException {
        ExecutorService connections = Executors.newFixedThreadPool(
                options.connections(), Thread.ofVirtual().factory());
        Queue<InFlight> inFlight = new ArrayDeque<>();
        try {
            for (Batch batch = batching.next(); batch != null; batch = batching.next()) {
                if (inFlight.size() == options.connections() * BATCHES_PER_CONNECTION) {
                    settle(inFlight.remove(), state, progress);
                }
                Batch sent = batch;
                inFlight.add(new InFlight(sent, connections.submit(() -> client.send(sent))));
            }
            while (!inFlight.isEmpty()) {
                settle(inFlight.remove(), state, progress);
            }
        } finally {
            connections.shutdownNow();
        }
    }

    /** A batch on its way. */
    private record InFlight(Batch batch, Future<Answer> answer) {}

    private static void settle(InFlight head, LoadState state, Progress progress) throws InterruptedException {
        state.settle(head.batch(), answer(head));
        progress.advanced(
                head.batch().position(), state.tally().answered(), state.tally().bad());
    }

    private static Answer answer(InFlight inFlight) throws InterruptedException {
        try {
            return inFlight.answer().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LoadFailure failure) {
                throw failure;
            }
            throw new IllegalStateException("Sending a batch failed unexpectedly", e.getCause());
        }
    }
}
