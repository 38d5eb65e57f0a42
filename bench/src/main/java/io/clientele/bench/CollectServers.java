package io.clientele.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import io.clientele.localstack.ElasticsearchOptions;
import io.clientele.localstack.ElasticsearchServer;
import io.clientele.localstack.ServiceProcess;

/** The two servers of {@code bench collect}, on fresh data that goes with them. */
final class CollectServers implements AutoCloseable {

    static final String WRITE_KEY = "wk_bench";

    private final Path folder;
    private final ElasticsearchServer elasticsearch;
    private final ServiceProcess collector;

    private CollectServers(Path folder, ElasticsearchServer elasticsearch, ServiceProcess collector) {
        this.folder = folder;
        this.elasticsearch = elasticsearch;
        this.collector = collector;
    }

    static CollectServers start() throws IOException, InterruptedException {
        // Beside the build and not in a temporary folder, which may lie in memory, where fsync costs nothing.
        Path target = Path.of(System.getProperty("clientele.root", ""), "bench", "target");
        Path folder = Files.createTempDirectory(Files.createDirectories(target), "collect");
        ElasticsearchServer elasticsearch = ElasticsearchServer.start(
                new ElasticsearchOptions(folder.resolve("data"), folder.resolve("logs"), 0, "2g"));
        try {
            ServiceProcess collector =
                    ServiceProcess.start("funnel-service", folder, configuration(elasticsearch.uri()));
            return new CollectServers(folder, elasticsearch, collector);
        } catch (IOException | InterruptedException | RuntimeException noCollector) {
            elasticsearch.close();
            throw noCollector;
        }
    }

    private static Map<String, String> configuration(URI elasticsearch) {
        return Map.of(
                "QUARKUS_ELASTICSEARCH_HOSTS",
                elasticsearch.getAuthority(),
                "CLIENTELE_COLLECT_WRITE_KEYS",
                "bench:" + WRITE_KEY);
    }

    URI elasticsearch() {
        return elasticsearch.uri();
    }

    URI collector() {
        return collector.address();
    }

    CpuTime cpuTime() {
        return CpuTime.now(collector.pid(), elasticsearch.pid());
    }

    @Override
    public void close() throws IOException {
        collector.close();
        elasticsearch.close();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
