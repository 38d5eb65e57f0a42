package io.clientele.profile.erasure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.clientele.localstack.PostgresServer;
import io.clientele.localstack.ServiceProcess;
import io.clientele.localstack.SharedStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** The packaged funnel-service, a real Elasticsearch and a real PostgreSQL for the service under test. */
public class RealFunnel implements QuarkusTestResourceLifecycleManager {

    private static final String SECRET = "a secret that two services share in tests";

    private @Nullable ServiceProcess funnel;

    @Override
    public Map<String, String> start() {
        URI elasticsearch = SharedStack.elasticsearch().uri();
        PostgresServer postgres = SharedStack.postgres();
        String database = "real_" + UUID.randomUUID().toString().replace("-", "");
        postgres.createDatabase(database, database, database);
        ServiceProcess started = start(elasticsearch);
        funnel = started;
        return Map.of(
                "quarkus.elasticsearch.hosts",
                elasticsearch.getAuthority(),
                "quarkus.datasource.reactive.url",
                "postgresql://" + postgres.host() + ":" + postgres.port() + "/" + database,
                "quarkus.datasource.username",
                database,
                "quarkus.datasource.password",
                database,
                "clientele.funnel.url",
                started.address().toString(),
                "clientele.service-secret",
                SECRET,
                "clientele.rekey.timeout",
                "2s",
                "clientele.erasure.settle",
                "1s");
    }

    private static ServiceProcess start(URI elasticsearch) {
        try {
            Path folder = Files.createTempDirectory("clientele-funnel");
            return ServiceProcess.start(
                    "funnel-service",
                    folder,
                    Map.of(
                            "QUARKUS_ELASTICSEARCH_HOSTS",
                            elasticsearch.getAuthority(),
                            "CLIENTELE_SERVICE_SECRET",
                            SECRET));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while funnel-service started", stopped);
        }
    }

    @Override
    public void stop() {
        if (funnel != null) {
            funnel.close();
        }
    }
}
