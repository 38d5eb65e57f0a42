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

/** The two servers of {@code bench feed}, on fresh data that goes with them. */
final class FeedServers implements AutoCloseable {

    static final String WRITE_KEY = "wk_bench";
    static final String SERVICE_SECRET = "the-secret-of-the-services-of-a-benchmark";

    private final Path folder;
    private final ElasticsearchServer elasticsearch;
    private final ServiceProcess service;

    private FeedServers(Path folder, ElasticsearchServer elasticsearch, ServiceProcess service) {
        this.folder = folder;
        this.elasticsearch = elasticsearch;
        this.service = service;
    }

    static FeedServers start() throws IOException, InterruptedException {
        Path target = Path.of(System.getProperty("clientele.root", ""), "bench", "target");
        Path folder = Files.createTempDirectory(Files.createDirectories(target), "feed");
        ElasticsearchServer elasticsearch = ElasticsearchServer.start(
                new ElasticsearchOptions(folder.resolve("data"), folder.resolve("logs"), 0, "2g"));
        try {
            ServiceProcess service = ServiceProcess.start(
                    "funnel-service",
                    folder,
                    Map.of(
                            "QUARKUS_ELASTICSEARCH_HOSTS",
                            elasticsearch.uri().getAuthority(),
                            "CLIENTELE_SERVICE_SECRET",
                            SERVICE_SECRET,
                            "CLIENTELE_COLLECT_WRITE_KEYS",
                            "bench:" + WRITE_KEY));
            return new FeedServers(folder, elasticsearch, service);
        } catch (IOException | InterruptedException | RuntimeException noService) {
            elasticsearch.close();
            throw noService;
        }
    }

    URI elasticsearch() {
        return elasticsearch.uri();
    }

    URI service() {
        return service.address();
    }

    @Override
    public void close() throws IOException {
        service.close();
        elasticsearch.close();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
