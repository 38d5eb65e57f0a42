package io.clientele.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.postgresql.ds.PGSimpleDataSource;

import io.clientele.localstack.ElasticsearchOptions;
import io.clientele.localstack.ElasticsearchServer;
import io.clientele.localstack.PostgresOptions;
import io.clientele.localstack.PostgresServer;
import io.clientele.localstack.ServiceProcess;

/**
 * Everything that customers are made by, on fresh data that goes with it: Elasticsearch, PostgreSQL and funnel-service; and
 * profile-service and campaign-service, once they are asked for.
 */
final class CustomerServers implements AutoCloseable {

    static final String WRITE_KEY = "wk_bench";

    private static final String SERVICE_SECRET = "the-secret-of-the-services-of-a-benchmark";
    private static final String PROFILE = "profile";
    private static final String CAMPAIGN = "campaign";
    private static final String PASSWORD = "of-a-benchmark";

    private final Path folder;
    private final UserTokens tokens;
    private final ElasticsearchServer elasticsearch;
    private final PostgresServer postgres;
    private final ServiceProcess funnel;
    private final Deque<Runnable> closings;

    private CustomerServers(
            Path folder,
            UserTokens tokens,
            ElasticsearchServer elasticsearch,
            PostgresServer postgres,
            ServiceProcess funnel,
            Deque<Runnable> closings) {
        this.folder = folder;
        this.tokens = tokens;
        this.elasticsearch = elasticsearch;
        this.postgres = postgres;
        this.funnel = funnel;
        this.closings = closings;
    }

    /** Starts the servers and funnel-service. */
    static CustomerServers start(String benchmark) throws IOException, InterruptedException {
        // Beside the build and not in a temporary folder, which may lie in memory, where fsync costs nothing.
        Path target = Path.of(System.getProperty("clientele.root", ""), "bench", "target");
        Path folder = Files.createTempDirectory(Files.createDirectories(target), benchmark);
        Path logs = folder.resolve("logs");
        UserTokens tokens = UserTokens.in(folder);
        Deque<Runnable> closings = new ArrayDeque<>();
        try {
            ElasticsearchServer elasticsearch =
                    ElasticsearchServer.start(new ElasticsearchOptions(folder.resolve("elasticsearch"), logs, 0, "2g"));
            closings.push(elasticsearch::close);
            PostgresServer postgres = PostgresServer.start(new PostgresOptions(folder.resolve("postgresql"), logs, 0));
            closings.push(postgres::close);
            postgres.createDatabase(PROFILE, PROFILE, PASSWORD);
            postgres.createDatabase(CAMPAIGN, CAMPAIGN, PASSWORD);
            ServiceProcess funnel = ServiceProcess.start(
                    "funnel-service",
                    folder,
                    Map.of(
                            "QUARKUS_ELASTICSEARCH_HOSTS",
                            elasticsearch.uri().getAuthority(),
                            "CLIENTELE_SERVICE_SECRET",
                            SERVICE_SECRET,
                            "CLIENTELE_COLLECT_WRITE_KEYS",
                            "bench:" + WRITE_KEY));
            closings.push(funnel::close);
            return new CustomerServers(folder, tokens, elasticsearch, postgres, funnel, closings);
        } catch (IOException | InterruptedException | RuntimeException incomplete) {
            closings.forEach(Runnable::run);
            throw incomplete;
        }
    }

    /** Starts profile-service, which begins to fold at once. */
    ServiceProcess startProfile() throws IOException, InterruptedException {
        return start("profile-service", PROFILE, Map.of());
    }

    /** Starts campaign-service, which follows the events and memberships from now on. */
    ServiceProcess startCampaign(ServiceProcess profile) throws IOException, InterruptedException {
        return start(
                "campaign-service",
                CAMPAIGN,
                Map.of(
                        "CLIENTELE_PROFILE_URL",
                        profile.address().toString(),
                        // Counted like any other, and never reached.
                        "CLIENTELE_CONTACT_CAPS",
                        "ALL/DAY/1000"));
    }

    private ServiceProcess start(String module, String database, Map<String, String> more)
            throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>(more);
        settings.put(
                "QUARKUS_DATASOURCE_REACTIVE_URL",
                "postgresql://%s:%d/%s".formatted(postgres.host(), postgres.port(), database));
        settings.put("QUARKUS_DATASOURCE_USERNAME", database);
        settings.put("QUARKUS_DATASOURCE_PASSWORD", PASSWORD);
        settings.put("QUARKUS_ELASTICSEARCH_HOSTS", elasticsearch.uri().getAuthority());
        settings.put("CLIENTELE_FUNNEL_URL", funnel.address().toString());
        settings.put("CLIENTELE_SERVICE_SECRET", SERVICE_SECRET);
        settings.put("MP_JWT_VERIFY_ISSUER", UserTokens.ISSUER);
        settings.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION", tokens.publicKey().toUri().toString());
        ServiceProcess service = ServiceProcess.start(module, folder, settings);
        closings.push(service::close);
        return service;
    }

    /** To profile-service's database. */
    Connection connection() throws SQLException {
        return connection(PROFILE);
    }

    /** To campaign-service's database. */
    Connection campaignConnection() throws SQLException {
        return connection(CAMPAIGN);
    }

    private Connection connection(String database) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {postgres.host()});
        source.setPortNumbers(new int[] {postgres.port()});
        source.setDatabaseName(database);
        source.setUser(database);
        source.setPassword(PASSWORD);
        return source.getConnection();
    }

    URI elasticsearch() {
        return elasticsearch.uri();
    }

    URI funnel() {
        return funnel.address();
    }

    UserTokens tokens() {
        return tokens;
    }

    /** What each server has cost of the CPU so far. */
    ServersTime time(ServiceProcess profile) {
        return ServersTime.now(funnel.pid(), profile.pid(), postgres.pid(), elasticsearch.pid());
    }

    @Override
    public void close() throws IOException {
        closings.forEach(Runnable::run);
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
