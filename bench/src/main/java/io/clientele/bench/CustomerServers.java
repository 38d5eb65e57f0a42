package io.clientele.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
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
 * profile-service, once it is asked for.
 */
final class CustomerServers implements AutoCloseable {

    static final String WRITE_KEY = "wk_bench";

    private static final String SERVICE_SECRET = "the-secret-of-the-services-of-a-benchmark";
    private static final String DATABASE = "profile";
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

    /** Starts all but profile-service. */
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
            postgres.createDatabase(DATABASE, DATABASE, PASSWORD);
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
        ServiceProcess profile = ServiceProcess.start(
                "profile-service",
                folder,
                Map.of(
                        "QUARKUS_DATASOURCE_REACTIVE_URL",
                        "postgresql://%s:%d/%s".formatted(postgres.host(), postgres.port(), DATABASE),
                        "QUARKUS_DATASOURCE_USERNAME",
                        DATABASE,
                        "QUARKUS_DATASOURCE_PASSWORD",
                        PASSWORD,
                        "QUARKUS_ELASTICSEARCH_HOSTS",
                        elasticsearch.uri().getAuthority(),
                        "CLIENTELE_FUNNEL_URL",
                        funnel.address().toString(),
                        "CLIENTELE_SERVICE_SECRET",
                        SERVICE_SECRET,
                        "MP_JWT_VERIFY_ISSUER",
                        UserTokens.ISSUER,
                        "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                        tokens.publicKey().toUri().toString()));
        closings.push(profile::close);
        return profile;
    }

    Connection connection() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {postgres.host()});
        source.setPortNumbers(new int[] {postgres.port()});
        source.setDatabaseName(DATABASE);
        source.setUser(DATABASE);
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
