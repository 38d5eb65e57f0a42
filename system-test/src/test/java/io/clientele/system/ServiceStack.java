package io.clientele.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;

import org.postgresql.ds.PGSimpleDataSource;

import io.clientele.edge.testing.SigningKeys;
import io.clientele.localstack.ElasticsearchOptions;
import io.clientele.localstack.ElasticsearchServer;
import io.clientele.localstack.PostgresOptions;
import io.clientele.localstack.PostgresServer;
import io.clientele.localstack.ServiceProcess;

/**
 * The servers and services under test: one funnel-service, and some instances of profile-service
 * and of campaign-service. They trust the tokens of
 * {@link io.clientele.edge.testing.TestTokens}.
 */
public final class ServiceStack implements AutoCloseable {

    /** What events are sent with. */
    public static final String WRITE_KEY = "a-write-key-of-the-tests";

    /** Where events come from that are sent with {@link #WRITE_KEY}. */
    public static final String SOURCE = "shop";

    /** The share of customers that no campaign contacts. */
    public static final double HOLDOUT = 0.05;

    private static final String PROFILE = "profile";
    private static final String CAMPAIGN = "campaign";

    /** What ends each part, in the order in which they are to end. */
    private final Deque<Runnable> ends;

    private final Path folder;
    private final Map<String, String> common = new HashMap<>();
    private final ElasticsearchServer elasticsearch;
    private final PostgresServer postgres;
    private final ServiceProcess funnel;
    private final List<ServiceProcess> profiles = new ArrayList<>();
    private final List<ServiceProcess> campaigns = new ArrayList<>();

    private ServiceStack(Path folder, int profileInstances, int campaignInstances, Deque<Runnable> ends)
            throws IOException, InterruptedException {
        this.ends = ends;
        this.folder = folder;
        SigningKeys keys = new SigningKeys();
        keys.start()
                .forEach((key, value) -> common.put(key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value));
        ends.push(keys::stop);
        // Services that start dozens of times for a minute or less have nothing of code that is compiled for a long
        // run.
        common.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
        elasticsearch = ElasticsearchServer.start(
                new ElasticsearchOptions(folder.resolve("elasticsearch"), folder.resolve("logs"), 0, "512m"));
        ends.push(elasticsearch::close);
        common.put("QUARKUS_ELASTICSEARCH_HOSTS", elasticsearch.uri().getAuthority());
        postgres = PostgresServer.start(new PostgresOptions(folder.resolve("postgresql"), folder.resolve("logs"), 0));
        ends.push(postgres::close);
        postgres.createDatabase(PROFILE, PROFILE, PROFILE);
        postgres.createDatabase(CAMPAIGN, CAMPAIGN, CAMPAIGN);
        funnel = service("funnel-service", "funnel", funnelSettings());
        for (int i = 1; i <= profileInstances; i++) {
            profiles.add(service("profile-service", "profile-" + i, profileSettings()));
        }
        for (int i = 1; i <= campaignInstances; i++) {
            campaigns.add(service("campaign-service", "campaign-" + i, campaignSettings()));
        }
    }

    /**
     * Starts everything but campaign-service.
     *
     * @param test its name, for the folder in {@code target} where the logs of a failure can be read afterwards
     * @param instances how many of profile-service, at least 1
     */
    public static ServiceStack start(String test, int instances) throws IOException, InterruptedException {
        return start(test, instances, 0);
    }

    /**
     * Starts everything.
     *
     * @param test its name, for the folder in {@code target} where the logs of a failure can be read afterwards
     * @param profileInstances how many of profile-service, at least 1
     * @param campaignInstances how many of campaign-service
     */
    public static ServiceStack start(String test, int profileInstances, int campaignInstances)
            throws IOException, InterruptedException {
        Path tests = Files.createDirectories(Path.of("target", test).toAbsolutePath());
        Deque<Runnable> ends = new ArrayDeque<>();
        try {
            return new ServiceStack(
                    Files.createTempDirectory(tests, "run-"), profileInstances, campaignInstances, ends);
        } catch (IOException | InterruptedException | RuntimeException failure) {
            ends.forEach(Runnable::run);
            throw failure;
        }
    }

    private static Map<String, String> funnelSettings() {
        return Map.of(
                "CLIENTELE_COLLECT_WRITE_KEYS",
                SOURCE + ":" + WRITE_KEY,
                // More than instances, and not as many for each.
                "CLIENTELE_STORE_SHARDS",
                "3",
                "CLIENTELE_REKEY_CALL_EVENTS",
                "50");
    }

    /** Smaller pages, shorter leases and shorter waits than usual, so that more is under way whenever something happens. */
    private Map<String, String> profileSettings() {
        Map<String, String> settings = database(PROFILE);
        settings.put("CLIENTELE_FUNNEL_URL", funnel.address().toString());
        settings.put("CLIENTELE_FOLD_PAGE_EVENTS", "250");
        settings.put("CLIENTELE_FOLD_LEASE", "2s");
        settings.put("CLIENTELE_FOLD_MAX_WAIT", "1s");
        settings.put("CLIENTELE_FOLD_MEASURE_EVERY", "10s");
        settings.put("CLIENTELE_REKEY_TIMEOUT", "8s");
        settings.put("CLIENTELE_REKEY_LONGEST_PAUSE", "2s");
        settings.put("CLIENTELE_ERASURE_SETTLE", "1s");
        return settings;
    }

    /** Smaller pages and batches, and shorter leases and waits than usual, likewise. */
    private Map<String, String> campaignSettings() {
        Map<String, String> settings = database(CAMPAIGN);
        settings.put("CLIENTELE_FUNNEL_URL", funnel.address().toString());
        settings.put("CLIENTELE_PROFILE_URL", profiles.getFirst().address().toString());
        settings.put("CLIENTELE_TRIGGER_PAGE_EVENTS", "250");
        settings.put("CLIENTELE_TRIGGER_LEASE", "2s");
        settings.put("CLIENTELE_TRIGGER_MAX_WAIT", "1s");
        settings.put("CLIENTELE_TRIGGER_BEAT", "200ms");
        settings.put("CLIENTELE_DECISION_BATCH", "100");
        settings.put("CLIENTELE_CONTACT_CAPS", "ALL/DAY/1000");
        settings.put("CLIENTELE_CONTACT_QUIET_HOURS", "none");
        settings.put("CLIENTELE_CONSENT_OPT_IN", "EMAIL");
        settings.put("CLIENTELE_DELIVERY_TIMEOUT", "2s");
        settings.put("CLIENTELE_DELIVERY_LEASE", "5s");
        settings.put("CLIENTELE_DELIVERY_FIRST_PAUSE", "200ms");
        settings.put("CLIENTELE_DELIVERY_LONGEST_PAUSE", "1s");
        settings.put("CLIENTELE_DELIVERY_ATTEMPTS", "1000");
        settings.put("CLIENTELE_WEBHOOKS_ALLOW_HTTP", "true");
        settings.put("CLIENTELE_WEBHOOKS_ALLOW_PRIVATE", "true");
        settings.put("CLIENTELE_CONTACT_HOLDOUT", Double.toString(HOLDOUT));
        return settings;
    }

    private Map<String, String> database(String name) {
        Map<String, String> settings = new HashMap<>();
        settings.put(
                "QUARKUS_DATASOURCE_REACTIVE_URL",
                "postgresql://" + postgres.host() + ":" + postgres.port() + "/" + name);
        settings.put("QUARKUS_DATASOURCE_USERNAME", name);
        settings.put("QUARKUS_DATASOURCE_PASSWORD", name);
        return settings;
    }

    private ServiceProcess service(String module, String name, Map<String, String> settings)
            throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(common);
        environment.putAll(settings);
        ServiceProcess service =
                ServiceProcess.start(module, Files.createDirectories(folder.resolve(name)), environment);
        ends.push(service::close);
        return service;
    }

    /** Starts another service of the repository, which trusts the same tokens and ends with the others. */
    public ServiceProcess start(String module, Map<String, String> settings) throws IOException, InterruptedException {
        return service(module, module, settings);
    }

    public ElasticsearchServer elasticsearch() {
        return elasticsearch;
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public ServiceProcess funnel() {
        return funnel;
    }

    /** The instances of profile-service. */
    public List<ServiceProcess> profiles() {
        return List.copyOf(profiles);
    }

    /** The instances of campaign-service. */
    public List<ServiceProcess> campaigns() {
        return List.copyOf(campaigns);
    }

    /** profile-service's tables, past the service. */
    public DataSource database() {
        return source(PROFILE);
    }

    /** campaign-service's tables, likewise. */
    public DataSource campaignDatabase() {
        return source(CAMPAIGN);
    }

    private DataSource source(String name) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setServerNames(new String[] {postgres.host()});
        database.setPortNumbers(new int[] {postgres.port()});
        database.setDatabaseName(name);
        database.setUser(name);
        database.setPassword(name);
        return database;
    }

    @Override
    public void close() {
        ends.forEach(Runnable::run);
    }
}
