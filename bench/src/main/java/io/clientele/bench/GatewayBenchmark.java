package io.clientele.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Our gateway against another one, over the same supergraph and the same stub subgraphs: requests a second under load, round by round in turn; and what our
 * gateway adds, alone, to the slowest of two subgraph calls that it makes at the same time.
 */
final class GatewayBenchmark {

    private static final double RATE_GOAL = 2;
    private static final double ADDED_GOAL_MILLIS = 3;
    private static final long MEMORY_GOAL_MEBIBYTES = 400;
    private static final int WARM_UP_SECONDS = 30;
    private static final int SINGLE_REQUESTS = 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final GatewayOptions options;
    private final PrintStream out;
    private final GatewayServers servers;
    private final Requests requests = new Requests(1);

    private GatewayBenchmark(GatewayOptions options, PrintStream out, GatewayServers servers) {
        this.options = options;
        this.out = out;
        this.servers = servers;
    }

    /** Runs it and says whether the goals were reached. */
    static boolean run(GatewayOptions options, PrintStream out) throws Exception {
        try (GatewayServers servers = GatewayServers.start()) {
            return new GatewayBenchmark(options, out, servers).measure();
        }
    }

    private boolean measure() throws IOException, InterruptedException {
        checkAnswers();
        boolean fast = underLoad();
        boolean near = alone();
        return fast && near;
    }

    /** Both must give the same answer, or there is nothing to compare. */
    private void checkAnswers() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonNode ours = answer(servers.ours());
        while (true) {
            try {
                JsonNode theirs = answer(servers.theirs());
                if (!ours.equals(theirs) || ours.has("errors")) {
                    throw new IllegalStateException("the gateways answer differently: " + ours + " and " + theirs);
                }
                return;
            } catch (IOException notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
                Thread.sleep(Duration.ofMillis(200));
            }
        }
    }

    private JsonNode answer(URI gateway) throws IOException, InterruptedException {
        HttpResponse<String> response = requests.send(request(gateway, SharedSupergraph.NESTED));
        return JSON.readTree(response.body());
    }

    private HttpRequest request(URI address, String query) throws IOException {
        return Requests.to(address, "application/json")
                .header("Authorization", "Bearer " + servers.token())
                .POST(BodyPublishers.ofString(body(query)))
                .build();
    }

    private static String body(String query) throws IOException {
        return JSON.writeValueAsString(Map.of("query", query));
    }

    private boolean underLoad() throws IOException, InterruptedException {
        Wrk wrk = Wrk.posting(body(SharedSupergraph.NESTED), servers.token(), servers.folder());
        out.printf(
                "users, products and reviews nested three deep; %d connections, %d s a round, subgraphs answer after 4 ms%n",
                options.connections(), options.seconds());
        wrk.load(servers.theirs(), options.connections(), WARM_UP_SECONDS);
        wrk.load(servers.ours(), options.connections(), WARM_UP_SECONDS);
        List<Wrk.Measure> ours = new ArrayList<>();
        List<Wrk.Measure> theirs = new ArrayList<>();
        for (int round = 1; round <= options.rounds(); round++) {
            theirs.add(wrk.load(servers.theirs(), options.connections(), options.seconds()));
            ours.add(wrk.load(servers.ours(), options.connections(), options.seconds()));
            print("round " + round, ours.subList(round - 1, round), theirs.subList(round - 1, round));
        }
        print("median", ours, theirs);
        long memory = ResidentMemory.of(servers.ourPid());
        out.printf(
                "resident memory after the load: ours %d MiB (goal under %d), %s %d MiB%n",
                memory, MEMORY_GOAL_MEBIBYTES, PeerGateway.NAME, ResidentMemory.of(servers.theirPid()));
        double ratio = median(ours, Wrk.Measure::rate) / median(theirs, Wrk.Measure::rate);
        boolean late = median(ours, Wrk.Measure::late) > median(theirs, Wrk.Measure::late);
        out.printf(
                Locale.ROOT, "ratio gateway %.2f (goal %.2f), p99 %s%n", ratio, RATE_GOAL, late ? "worse" : "no worse");
        return ratio >= RATE_GOAL && !late && memory < MEMORY_GOAL_MEBIBYTES;
    }

    private void print(String label, List<Wrk.Measure> ours, List<Wrk.Measure> theirs) {
        out.printf(Locale.ROOT, "%-8s  ours %s   %s %s%n", label, line(ours), PeerGateway.NAME, line(theirs));
    }

    private static String line(List<Wrk.Measure> rounds) {
        return String.format(
                Locale.ROOT,
                "%,6.0f requests/s, p50 %.1f ms, p99 %.1f ms",
                median(rounds, Wrk.Measure::rate),
                median(rounds, Wrk.Measure::median),
                median(rounds, Wrk.Measure::late));
    }

    private static double median(List<Wrk.Measure> rounds, ToDoubleFunction<Wrk.Measure> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** In turn with a call of a subgraph itself, so that both find the machine in the same state. */
    private boolean alone() throws IOException, InterruptedException {
        HttpRequest gateway = request(servers.ours(), SharedSupergraph.PAIR);
        HttpRequest subgraph = request(servers.products(), SharedSupergraph.HALF);
        Times through = new Times();
        Times straight = new Times();
        for (int i = 0; i < SINGLE_REQUESTS; i++) {
            straight.add(timed(subgraph));
            through.add(timed(gateway));
        }
        double added = through.millis(0.5) - straight.millis(0.5);
        out.printf(
                Locale.ROOT,
                "one request at a time over two subgraphs: median %.2f ms, of one subgraph's call %.2f ms: adds %.2f ms (goal at most %.0f)%n",
                through.millis(0.5),
                straight.millis(0.5),
                added,
                ADDED_GOAL_MILLIS);
        return added <= ADDED_GOAL_MILLIS;
    }

    private Duration timed(HttpRequest request) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        HttpResponse<String> response = requests.send(request);
        Duration time = Duration.ofNanos(System.nanoTime() - begin);
        if (response.statusCode() != 200 || response.body().contains("\"errors\"")) {
            throw new IllegalStateException(
                    request.uri() + " answers " + response.statusCode() + ": " + response.body());
        }
        return time;
    }
}
