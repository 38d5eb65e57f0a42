package io.clientele.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.index.EventsIndex;
import io.clientele.contract.index.SearchEngine;
import io.clientele.localstack.ElasticsearchOptions;
import io.clientele.localstack.ElasticsearchServer;
import io.clientele.localstack.ServiceProcess;

/**
 * Collection through {@code /v1/batch} against the same documents sent straight to {@code _bulk}: 100 a request on both
 * sides, as many connections, the same mapping and settings, every answer durable, round by round in turn. The documents
 * of the straight way are those that the collector made of the same messages.
 */
final class CollectBenchmark {

    static final double GOAL = 0.7;

    private static final int PER_REQUEST = 100;

    /** Rounds that are not counted: by then the compiled code of both sides is the one that lasts. */
    private static final int WARM_UPS = 2;

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final String WRITE_KEY = "wk_bench";
    private static final String STRAIGHT_INDEX = "bench-straight";

    private final CollectOptions options;
    private final PrintStream out;
    private final Requests requests;
    private final URI elasticsearch;
    private final URI collector;

    private CollectBenchmark(CollectOptions options, PrintStream out, URI elasticsearch, URI collector) {
        this.options = options;
        this.out = out;
        this.requests = new Requests(options.connections());
        this.elasticsearch = elasticsearch;
        this.collector = collector;
    }

    /** Runs it and says whether the goal was reached. */
    static boolean run(CollectOptions options, PrintStream out)
            throws IOException, InterruptedException, ExecutionException {
        // Beside the build and not in a temporary folder, which may lie in memory, where fsync costs nothing.
        Path target = Path.of(System.getProperty("clientele.root", ""), "bench", "target");
        Path folder = Files.createTempDirectory(Files.createDirectories(target), "collect");
        try (ElasticsearchServer server = ElasticsearchServer.start(
                        new ElasticsearchOptions(folder.resolve("data"), folder.resolve("logs"), 0, "2g"));
                ServiceProcess service = ServiceProcess.start("funnel-service", folder, configuration(server.uri()))) {
            return new CollectBenchmark(options, out, server.uri(), service.address()).measure();
        } finally {
            delete(folder);
        }
    }

    private static Map<String, String> configuration(URI elasticsearch) {
        return Map.of(
                "QUARKUS_ELASTICSEARCH_HOSTS",
                elasticsearch.getAuthority(),
                "CLIENTELE_COLLECT_WRITE_KEYS",
                "bench:" + WRITE_KEY);
    }

    private boolean measure() throws IOException, InterruptedException, ExecutionException {
        createStraightIndex();
        List<Double> collected = new ArrayList<>();
        List<Double> straight = new ArrayList<>();
        out.printf(
                "%d events a round, %d a request, %d connections, durable answers%n",
                options.events(), PER_REQUEST, options.connections());
        for (int round = 1 - WARM_UPS; round <= options.rounds(); round++) {
            Messages messages = Messages.ofDemoShop(options.events(), "round-" + round + "-");
            double ours = rate(sendAtRest(
                    collectRequests(messages),
                    answer -> answer.statusCode() == 200 && answer.body().contains("\"duplicate\":0,\"rejected\":0")));
            List<HttpRequest> bulks = straightRequests(round);
            double theirs = rate(sendAtRest(
                    bulks, answer -> answer.statusCode() == 200 && answer.body().contains("\"errors\":false")));
            String label = round < 1 ? "warm-up" : "round " + round;
            out.printf(Locale.ROOT, "%-8s  /v1/batch %,8.0f events/s   _bulk %,8.0f events/s%n", label, ours, theirs);
            if (round > 0) {
                collected.add(ours);
                straight.add(theirs);
            }
        }
        return report(median(collected), median(straight));
    }

    /** Begins when the merges that the last round left are done, so that neither side pays for the other. */
    private Duration sendAtRest(List<HttpRequest> round, Predicate<HttpResponse<String>> good)
            throws IOException, InterruptedException, ExecutionException {
        HttpRequest merges = Requests.to(
                        elasticsearch.resolve("/_stats/merge?filter_path=_all.total.merges.current"),
                        "application/json")
                .build();
        while (!requests.send(merges).body().contains("\"current\":0")) {
            Thread.sleep(PAUSE);
        }
        return requests.sendAll(round, good);
    }

    private boolean report(double ours, double theirs) {
        double ratio = ours / theirs;
        out.printf(Locale.ROOT, "median    /v1/batch %,8.0f events/s   _bulk %,8.0f events/s%n", ours, theirs);
        out.printf(Locale.ROOT, "ratio collect %.2f (goal %.2f)%n", ratio, GOAL);
        return ratio >= GOAL;
    }

    private double rate(Duration time) {
        return options.events() / (time.toNanos() / 1e9);
    }

    private List<HttpRequest> collectRequests(Messages messages) {
        String key = Base64.getEncoder().encodeToString((WRITE_KEY + ":").getBytes(StandardCharsets.UTF_8));
        return messages.batches(PER_REQUEST).stream()
                .map(batch -> Requests.to(collector.resolve("/v1/batch"), "application/json")
                        .header("Authorization", "Basic " + key)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(batch))
                        .build())
                .toList();
    }

    private List<HttpRequest> straightRequests(int round) throws IOException, InterruptedException {
        StoredDocuments documents = new StoredDocuments(requests, elasticsearch);
        return documents.bulks("round-" + round + "-", STRAIGHT_INDEX, PER_REQUEST).stream()
                .map(bulk -> Requests.to(elasticsearch.resolve("/_bulk"), "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(bulk))
                        .build())
                .toList();
    }

    private void createStraightIndex() throws IOException, InterruptedException {
        ObjectNode creation = EventsIndex.creation(SearchEngine.ELASTICSEARCH, EventsIndex.DEFAULT_SHARDS, 0);
        creation.remove("aliases");
        HttpRequest request = Requests.to(elasticsearch.resolve("/" + STRAIGHT_INDEX), "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(creation.toString()))
                .build();
        if (requests.send(request).statusCode() != 200) {
            throw new IllegalStateException("the index of the straight way cannot be created");
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
