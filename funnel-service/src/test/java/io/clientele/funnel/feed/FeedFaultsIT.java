package io.clientele.funnel.feed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.clientele.contract.feed.FeedCursor;
import io.clientele.contract.feed.FeedException;
import io.clientele.contract.feed.FeedFailure;
import io.clientele.contract.feed.FeedItem;
import io.clientele.contract.index.EventsIndex;
import io.clientele.contract.index.SearchEngine;
import io.clientele.funnel.StackResource;
import io.clientele.funnel.TestShop;
import io.clientele.loader.LoadReport;
import io.clientele.loader.Loader;
import io.clientele.loader.LoaderOptions;
import io.clientele.loader.Progress;
import io.clientele.loader.demoshop.DemoShop;
import io.clientele.localstack.ElasticsearchOptions;
import io.clientele.localstack.ElasticsearchServer;
import io.clientele.localstack.ServiceProcess;

import static io.clientele.funnel.feed.TestConsumer.failure;
import static io.clientele.funnel.feed.TestConsumer.join;
import static org.assertj.core.api.Assertions.assertThat;

/** The packaged service's feed while servers die, and when the index of events is another one. */
class FeedFaultsIT {

    private static final int KILLS = 4;
    private static final int EVENTS = 6_000;
    private static final long SEED = 20_261_122;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void consumerSeesEachEventOnceThroughKillsOfEitherSide() throws Exception {
        try (ElasticsearchServer elasticsearch = elasticsearch();
                ServiceProcess first = service(elasticsearch);
                ServiceProcess second = service(elasticsearch);
                TestConsumer consumer = TestConsumer.register(second.address()).limit(200);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<LoadReport> load = threads.submit(() -> load(first.address(), EVENTS));
            Future<?> reading = threads.submit(() -> readOn(consumer, load));
            Random random = new Random(SEED);
            for (int kill = 0; kill < KILLS; kill++) {
                // A random moment is what is tested: there is no condition to wait for.
                Thread.sleep(random.nextLong(500, 2_500));
                elasticsearch.kill();
                elasticsearch.restart();
            }
            assertThat(load.get().rejected()).isZero();
            reading.get();
            second.kill();
            try (TestConsumer successor = TestConsumer.register(first.address())) {
                successor.take(consumer.cursors());
                successor.drain();
                assertThat(successor.messageIds(any -> true)).isEmpty();
                assertThat(consumer.messageIds(any -> true)).hasSize(EVENTS).doesNotHaveDuplicates();
                consumer.items(any -> true)
                        .values()
                        .forEach(items ->
                                assertThat(items).extracting(FeedItem::position).isSorted());
            }
        }
    }

    @Test
    void stopsWhenTheIndexIsAnotherOne() throws Exception {
        try (ElasticsearchServer elasticsearch = elasticsearch();
                ServiceProcess service = service(elasticsearch);
                TestConsumer consumer = TestConsumer.register(service.address())) {
            load(service.address(), 1_000);
            consumer.drain();
            send(elasticsearch, "DELETE", "/" + EventsIndex.NAME, "");
            send(
                    elasticsearch,
                    "PUT",
                    "/" + EventsIndex.NAME,
                    EventsIndex.creation(SearchEngine.ELASTICSEARCH, 2, 0).toString());

            assertThat(failure(consumer.client().read(consumer.request(0, Duration.ZERO))))
                    .isInstanceOf(FeedFailure.HistoryChanged.class);
            assertThat(failure(consumer.client().cursors(consumer.name(), consumer.cursors())))
                    .isInstanceOf(FeedFailure.HistoryChanged.class);
            assertThat(join(consumer.client().cursors(consumer.name(), List.of())))
                    .hasSize(2);
        }
    }

    @Test
    void readsOnInTheShardsOfSplitIndexes() throws Exception {
        try (ElasticsearchServer elasticsearch = elasticsearch();
                ServiceProcess service = service(elasticsearch);
                TestConsumer consumer = TestConsumer.register(service.address()).limit(100)) {
            load(service.address(), 1_000);
            consumer.cursors().forEach(cursor -> consumer.read(cursor.shard(), Duration.ZERO));
            split(elasticsearch, EventsIndex.NAME, "events-2", 4);

            assertThat(failure(consumer.client().read(consumer.request(1, Duration.ZERO))))
                    .isInstanceOf(FeedFailure.ShardsChanged.class);
            split(elasticsearch, "events-2", "events-3", 8);
            assertThat(failure(consumer.client()
                            .cursors(consumer.name(), consumer.cursors().subList(0, 1))))
                    .isInstanceOf(FeedFailure.InvalidCursor.class);
            List<FeedCursor> successors = join(consumer.client().cursors(consumer.name(), consumer.cursors()));
            assertThat(successors).hasSize(8);
            consumer.take(successors);
            consumer.drain();

            assertThat(consumer.messageIds(any -> true)).hasSize(1_000).doesNotHaveDuplicates();
        }
    }

    @Test
    void writesToTheSplitIndexAfterAStartToo() throws Exception {
        try (ElasticsearchServer elasticsearch = elasticsearch();
                ServiceProcess service = service(elasticsearch);
                TestConsumer consumer = TestConsumer.register(service.address())) {
            assertThat(load(service.address(), 600).rejected()).isZero();
            consumer.drain();
            split(elasticsearch, EventsIndex.NAME, "events-2", 4);
            send(elasticsearch, "DELETE", "/" + EventsIndex.NAME, "");

            service.restart();

            assertThat(load(service.address(), 600, "another-loader").duplicates())
                    .isEqualTo(600);
            assertThat(send(elasticsearch, "GET", "/_alias/" + EventsIndex.WRITE_ALIAS, ""))
                    .contains("\"events-2\"")
                    .doesNotContain("\"" + EventsIndex.NAME + "\"");
            consumer.take(join(consumer.client().cursors(consumer.name(), consumer.cursors())));
            consumer.drain();
            assertThat(consumer.messageIds(any -> true)).hasSize(600).doesNotHaveDuplicates();
        }
    }

    private void readOn(TestConsumer consumer, Future<LoadReport> load) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!load.isDone() || consumer.given() < EVENTS) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("only " + consumer.given() + " events came");
            }
            for (FeedCursor cursor : consumer.cursors()) {
                readUnlessAway(consumer, cursor.shard());
            }
        }
    }

    /** While Elasticsearch is away the feed says so, and nothing else. */
    private static void readUnlessAway(TestConsumer consumer, int shard) {
        try {
            consumer.read(shard, Duration.ofMillis(200));
        } catch (CompletionException refused) {
            assertThat(refused.getCause())
                    .isInstanceOfSatisfying(
                            FeedException.class,
                            cause -> assertThat(cause.failure()).isInstanceOf(FeedFailure.Unavailable.class));
        }
    }

    private ElasticsearchServer elasticsearch() {
        return ElasticsearchServer.start(
                new ElasticsearchOptions(folder.resolve("data"), folder.resolve("logs"), 0, "512m"));
    }

    private ServiceProcess service(ElasticsearchServer elasticsearch) throws IOException, InterruptedException {
        return ServiceProcess.start(
                "funnel-service",
                folder,
                Map.of(
                        "QUARKUS_ELASTICSEARCH_HOSTS",
                        elasticsearch.uri().getAuthority(),
                        "CLIENTELE_SERVICE_SECRET",
                        StackResource.SERVICE_SECRET,
                        "CLIENTELE_COLLECT_WRITE_KEYS",
                        TestShop.SOURCE + ":" + TestShop.WRITE_KEY));
    }

    private LoadReport load(URI collector, int events) throws InterruptedException {
        return load(collector, events, "loader");
    }

    private LoadReport load(URI collector, int events, String state) throws InterruptedException {
        LoaderOptions options =
                new LoaderOptions(collector, TestShop.WRITE_KEY, 2, 10, folder.resolve(state), PATIENCE);
        return new Loader(options).load(new DemoShop(SEED, events, DemoShop.DEFAULT_END), Progress.silent());
    }

    private void split(ElasticsearchServer elasticsearch, String from, String to, int shards)
            throws IOException, InterruptedException {
        send(elasticsearch, "PUT", "/" + from + "/_settings", "{\"index.blocks.write\":true}");
        send(
                elasticsearch,
                "POST",
                "/" + from + "/_split/" + to,
                "{\"settings\":{\"index.number_of_shards\":%d,\"index.number_of_replicas\":0,\"index.blocks.write\":null}}"
                        .formatted(shards));
        send(elasticsearch, "GET", "/_cluster/health/" + to + "?wait_for_status=green&timeout=60s", "");
        List<String> actions = new ArrayList<>();
        for (String alias : List.of(EventsIndex.READ_ALIAS, EventsIndex.WRITE_ALIAS)) {
            actions.add("{\"remove\":{\"index\":\"%s\",\"alias\":\"%s\"}}".formatted(from, alias));
            actions.add("{\"add\":{\"index\":\"%s\",\"alias\":\"%s\"}}".formatted(to, alias));
        }
        send(elasticsearch, "POST", "/_aliases", "{\"actions\":[" + String.join(",", actions) + "]}");
    }

    private String send(ElasticsearchServer elasticsearch, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(elasticsearch.uri().resolve(path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
