package io.clientele.funnel.collect;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.clientele.funnel.StoreProbe;
import io.clientele.funnel.TestShop;
import io.clientele.loader.LoadReport;
import io.clientele.loader.Loader;
import io.clientele.loader.LoaderOptions;
import io.clientele.loader.Progress;
import io.clientele.loader.demoshop.DemoShop;
import io.clientele.loader.source.Row;
import io.clientele.loader.source.Rows;
import io.clientele.localstack.ElasticsearchOptions;
import io.clientele.localstack.ElasticsearchServer;
import io.clientele.localstack.ServiceProcess;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged service imports a shop while Elasticsearch is killed again and again. */
class ElasticsearchCrashIT {

    private static final int KILLS = 10;

    /** Some times more than are sent between ten kills. */
    private static final int EVENTS = 100_000;

    private static final long SEED = 20_261_122;

    @TempDir
    Path folder;

    @Test
    void everyAcknowledgedEventIsThereExactlyOnce() throws Exception {
        DemoShop shop = new DemoShop(SEED, EVENTS, DemoShop.DEFAULT_END);
        try (ElasticsearchServer elasticsearch = ElasticsearchServer.start(
                        new ElasticsearchOptions(folder.resolve("data"), folder.resolve("logs"), 0, "512m"));
                ServiceProcess service = ServiceProcess.start("funnel-service", folder, environment(elasticsearch));
                ExecutorService importer = Executors.newSingleThreadExecutor()) {
            // Small requests on few connections, so that the import outlasts the kills.
            Future<LoadReport> slowLoad = importer.submit(() -> load(service.address(), 2, 10, shop));
            int kills = killAtRandomMoments(elasticsearch, slowLoad);
            assertThat(kills).isEqualTo(KILLS);
            slowLoad.cancel(true);
            importer.shutdown();
            assertThat(importer.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            LoadReport report = load(service.address(), 8, 500, shop);

            assertThat(report.continuedAfterLine()).isPositive();
            assertThat(report.rejected()).isZero();
            assertThat(report.accepted() + report.duplicates()).isEqualTo(EVENTS);
            assertThat(new StoreProbe(elasticsearch.uri().getAuthority()).messageIds())
                    .isEqualTo(messageIds(shop));
        }
    }

    private static Map<String, String> environment(ElasticsearchServer elasticsearch) {
        return Map.of(
                "QUARKUS_ELASTICSEARCH_HOSTS",
                elasticsearch.uri().getAuthority(),
                "CLIENTELE_COLLECT_WRITE_KEYS",
                TestShop.SOURCE + ":" + TestShop.WRITE_KEY);
    }

    /** Goes on behind what an earlier load was answered. */
    private LoadReport load(URI collector, int connections, int eventsPerRequest, DemoShop shop)
            throws InterruptedException {
        LoaderOptions options = new LoaderOptions(
                collector,
                TestShop.WRITE_KEY,
                connections,
                eventsPerRequest,
                folder.resolve("state"),
                Duration.ofMinutes(5));
        return new Loader(options).load(shop, Progress.silent());
    }

    private static int killAtRandomMoments(ElasticsearchServer elasticsearch, Future<LoadReport> load)
            throws InterruptedException {
        Random random = new Random(SEED);
        int kills = 0;
        while (kills < KILLS && !load.isDone()) {
            // A random moment of a running import is what is tested: there is no condition to wait for.
            Thread.sleep(random.nextLong(200, 2_000));
            elasticsearch.kill();
            kills++;
            elasticsearch.restart();
        }
        return kills;
    }

    private static Set<String> messageIds(DemoShop shop) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        Set<String> ids = new HashSet<>();
        try (Rows rows = shop.open()) {
            while (rows.hasNext()) {
                if (rows.next() instanceof Row.Message message) {
                    ids.add(mapper.readTree(message.json()).path("messageId").asText());
                }
            }
        }
        return ids;
    }
}
