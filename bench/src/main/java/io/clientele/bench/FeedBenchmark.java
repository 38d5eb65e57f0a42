package io.clientele.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.clientele.contract.feed.FeedClient;
import io.clientele.contract.feed.FeedCursor;
import io.clientele.contract.feed.FeedPage;
import io.clientele.contract.feed.FeedReader;
import io.clientele.contract.feed.FeedRequest;
import io.clientele.contract.index.EventsIndex;

/**
 * The feed against a plain sorted search for the same documents: from the first event to the last, every shard by a reader
 * of its own, pages of the same size, each document made an event on both sides, round by round in turn.
 */
final class FeedBenchmark {

    static final double GOAL = 0.8;

    /** Rounds that are not counted: after some five, the compiled code of both sides is the one that lasts. */
    private static final int WARM_UPS = 8;

    private static final int CONNECTIONS = 4;
    private static final String CONSUMER = "bench";

    private final FeedOptions options;
    private final PrintStream out;
    private final FeedServers servers;
    private final Requests requests = new Requests(CONNECTIONS);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private FeedBenchmark(FeedOptions options, PrintStream out, FeedServers servers) {
        this.options = options;
        this.out = out;
        this.servers = servers;
    }

    /** Runs it and says whether the goal was reached. */
    static boolean run(FeedOptions options, PrintStream out)
            throws IOException, InterruptedException, ExecutionException {
        try (FeedServers servers = FeedServers.start()) {
            return new FeedBenchmark(options, out, servers).measure();
        }
    }

    private boolean measure() throws IOException, InterruptedException, ExecutionException {
        store();
        out.printf(
                "%d events a round, %d a page, %d shards, a reader each%n",
                options.events(), options.page(), EventsIndex.DEFAULT_SHARDS);
        List<Double> feed = new ArrayList<>();
        List<Double> search = new ArrayList<>();
        try (FeedClient client =
                new FeedClient(servers.service(), () -> ServiceToken.of("bench", FeedServers.SERVICE_SECRET))) {
            client.register(CONSUMER).toCompletableFuture().get();
            List<FeedCursor> begin =
                    client.cursors(CONSUMER, List.of()).toCompletableFuture().get();
            for (int round = 1 - WARM_UPS; round <= options.rounds(); round++) {
                double ours = rate(begin.stream()
                        .<Callable<Integer>>map(cursor -> () -> readFeed(client, cursor))
                        .toList());
                double theirs = rate(IntStream.range(0, EventsIndex.DEFAULT_SHARDS)
                        .<Callable<Integer>>mapToObj(shard -> () -> readSorted(shard))
                        .toList());
                String label = round < 1 ? "warm-up" : "round " + round;
                out.printf(Locale.ROOT, "%-8s  feed %,8.0f events/s   search %,8.0f events/s%n", label, ours, theirs);
                if (round > 0) {
                    feed.add(ours);
                    search.add(theirs);
                }
            }
        }
        return report(median(feed), median(search));
    }

    private boolean report(double ours, double theirs) {
        double ratio = ours / theirs;
        out.printf(Locale.ROOT, "median    feed %,8.0f events/s   search %,8.0f events/s%n", ours, theirs);
        out.printf(Locale.ROOT, "ratio feed %.2f (goal %.2f)%n", ratio, GOAL);
        return ratio >= GOAL;
    }

    /** Events a second of readers that run at once and together read every event. */
    private double rate(List<Callable<Integer>> readers) throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        int read = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> reader : threads.invokeAll(readers)) {
                read += reader.get();
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (read != options.events()) {
            throw new IllegalStateException("read " + read + " events of " + options.events());
        }
        return read / seconds;
    }

    private int readFeed(FeedClient client, FeedCursor from) throws InterruptedException, ExecutionException {
        FeedReader reader =
                new FeedReader(client, new FeedRequest(CONSUMER, from, Set.of(), options.page(), Duration.ZERO));
        int events = 0;
        while (true) {
            FeedPage page = reader.next().toCompletableFuture().get();
            events += page.items().size();
            if (page.behind() == 0) {
                return events;
            }
        }
    }

    private int readSorted(int shard) throws IOException, InterruptedException {
        return new SortedSearch(http, servers.elasticsearch(), shard, options.page()).readAll();
    }

    /** Stores the events and waits until nothing is merged any more, so that both sides read the same segments. */
    private void store() throws IOException, InterruptedException, ExecutionException {
        new Collecting(requests, servers.service(), FeedServers.WRITE_KEY)
                .store(Messages.ofDemoShop(options.events(), "feed-"), servers.elasticsearch());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
