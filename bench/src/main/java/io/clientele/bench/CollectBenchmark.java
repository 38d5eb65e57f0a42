package io.clientele.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.index.EventsIndex;
import io.clientele.contract.index.SearchEngine;

/**
 * Collection through {@code /v1/batch} against the same documents sent straight to {@code _bulk}: 100 a request on both
 * sides, as many connections, the same mapping and settings, every answer durable, round by round in turn. The documents
 * of the straight way are those that the collector made of the same messages. The medians of the rounds' rates are
 * compared, since a round that something else disturbs says nothing of either side.
 */
final class CollectBenchmark {

    static final double GOAL = 0.7;

    private static final int PER_REQUEST = 100;

    /** Events of rounds that are not counted: after as many, the compiled code of both sides is the one that lasts. */
    private static final int WARM_UP_EVENTS = 300_000;

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final String STRAIGHT_INDEX = "bench-straight";

    private final CollectOptions options;
    private final PrintStream out;
    private final Requests requests;
    private final CollectServers servers;

    private CollectBenchmark(CollectOptions options, PrintStream out, CollectServers servers) {
        this.options = options;
        this.out = out;
        this.requests = new Requests(options.connections());
        this.servers = servers;
    }

    /** Runs it and says whether the goal was reached. */
    static boolean run(CollectOptions options, PrintStream out)
            throws IOException, InterruptedException, ExecutionException {
        try (CollectServers servers = CollectServers.start()) {
            return new CollectBenchmark(options, out, servers).measure();
        }
    }

    private boolean measure() throws IOException, InterruptedException, ExecutionException {
        createStraightIndex();
        List<Round> collected = new ArrayList<>();
        List<Round> straight = new ArrayList<>();
        out.printf(
                "%d events a round, %d a request, %d connections, durable answers; CPU: collector + Elasticsearch%n",
                options.events(), PER_REQUEST, options.connections());
        int warmUps = Math.ceilDiv(WARM_UP_EVENTS, options.events());
        for (int round = 1 - warmUps; round <= options.rounds(); round++) {
            Round ours = collected(round);
            Round theirs = straight(round);
            print(round < 1 ? "warm-up" : "round " + round, List.of(ours), List.of(theirs));
            if (round > 0) {
                collected.add(ours);
                straight.add(theirs);
            }
        }
        print("median", collected, straight);
        double ratio = Round.median(collected, Round::rate) / Round.median(straight, Round::rate);
        out.printf(Locale.ROOT, "ratio collect %.2f (goal %.2f)%n", ratio, GOAL);
        return ratio >= GOAL;
    }

    private void print(String label, List<Round> collected, List<Round> straight) {
        out.printf(Locale.ROOT, "%-8s  %s%n", label, Round.line(collected, straight));
    }

    private Round collected(int round) throws IOException, InterruptedException, ExecutionException {
        Messages messages = Messages.ofDemoShop(options.events(), prefix(round));
        return sendAtRest(
                collectRequests(messages),
                answer -> answer.statusCode() == 200 && answer.body().contains("\"duplicate\":0,\"rejected\":0"));
    }

    private Round straight(int round) throws IOException, InterruptedException, ExecutionException {
        return sendAtRest(
                straightRequests(prefix(round)),
                answer -> answer.statusCode() == 200 && answer.body().contains("\"errors\":false"));
    }

    private static String prefix(int round) {
        return "round-" + round + "-";
    }

    /** Begins when the merges that the last round left are done, so that neither side pays for the other. */
    private Round sendAtRest(List<HttpRequest> round, Predicate<HttpResponse<String>> good)
            throws IOException, InterruptedException, ExecutionException {
        HttpRequest merges = Requests.to(
                        servers.elasticsearch().resolve("/_stats/merge?filter_path=_all.total.merges.current"),
                        "application/json")
                .build();
        while (!requests.send(merges).body().contains("\"current\":0")) {
            Thread.sleep(PAUSE);
        }
        CpuTime before = servers.cpuTime();
        Duration time = requests.sendAll(round, good);
        return new Round(options.events(), time, servers.cpuTime().minus(before));
    }

    private List<HttpRequest> collectRequests(Messages messages) {
        String key =
                Base64.getEncoder().encodeToString((CollectServers.WRITE_KEY + ":").getBytes(StandardCharsets.UTF_8));
        return messages.batches(PER_REQUEST).stream()
                .map(batch -> Requests.to(servers.collector().resolve("/v1/batch"), "application/json")
                        .header("Authorization", "Basic " + key)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(batch))
                        .build())
                .toList();
    }

    private List<HttpRequest> straightRequests(String idPrefix) throws IOException, InterruptedException {
        StoredDocuments documents = new StoredDocuments(requests, servers.elasticsearch());
        return documents.bulks(idPrefix, STRAIGHT_INDEX, PER_REQUEST).stream()
                .map(bulk -> Requests.to(servers.elasticsearch().resolve("/_bulk"), "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(bulk))
                        .build())
                .toList();
    }

    private void createStraightIndex() throws IOException, InterruptedException {
        ObjectNode creation = EventsIndex.creation(SearchEngine.ELASTICSEARCH, EventsIndex.DEFAULT_SHARDS, 0);
        creation.remove("aliases");
        HttpRequest request = Requests.to(servers.elasticsearch().resolve("/" + STRAIGHT_INDEX), "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(creation.toString()))
                .build();
        if (requests.send(request).statusCode() != 200) {
            throw new IllegalStateException("the index of the straight way cannot be created");
        }
    }
}
