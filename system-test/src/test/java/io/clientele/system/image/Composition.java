package io.clientele.system.image;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.clientele.localstack.ElasticsearchServer;
import io.clientele.localstack.FreePorts;
import io.clientele.localstack.PostgresServer;
import io.clientele.localstack.SharedStack;

import static org.assertj.core.api.Assertions.assertThat;

/** What compose.yaml gives the services, on this machine: servers, addresses, and the secrets that its script makes. */
record Composition(
        Path folder, Map<String, String> secrets, Map<String, URI> addresses, String search, String database) {

    static final List<String> SERVICES = List.of("funnel-service", "profile-service", "campaign-service", "gateway");

    private static final Path SCRIPTS = Path.of(System.getProperty("clientele.root"), "images/compose");

    /** Makes the secrets and starts the servers. */
    static Composition prepare(Path folder) throws IOException, InterruptedException {
        run(folder, "secrets.sh", folder.toString());
        Map<String, String> secrets = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve(".env"))) {
            secrets.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        }
        Map<String, URI> addresses = new HashMap<>();
        for (String service : SERVICES) {
            addresses.put(service, URI.create("http://127.0.0.1:" + FreePorts.prefer(0)));
        }
        ElasticsearchServer elasticsearch = SharedStack.elasticsearch();
        PostgresServer postgres = SharedStack.postgres();
        for (String name : List.of("profile", "campaign")) {
            postgres.createDatabase("image_" + name, name, password(secrets, name));
        }
        return new Composition(
                folder,
                secrets,
                addresses,
                elasticsearch.uri().getAuthority(),
                "postgresql://" + postgres.host() + ":" + postgres.port() + "/image_");
    }

    URI address(String service) {
        return Objects.requireNonNull(addresses.get(service));
    }

    String secret(String name) {
        return Objects.requireNonNull(secrets.get(name));
    }

    /** What the services see as {@code /run}; all may read the public key and nothing else is there. */
    Path shared() throws IOException {
        Path shared = folder.resolve("shared");
        if (!Files.exists(shared)) {
            Files.createDirectories(shared.resolve("secrets"));
            Files.copy(folder.resolve(".clientele/compose/public.pem"), shared.resolve("secrets/token-key"));
        }
        return shared;
    }

    String token(String role) throws IOException, InterruptedException {
        return run(folder, "token.sh", role).strip();
    }

    Map<String, String> environment(String service) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "QUARKUS_HTTP_PORT", Integer.toString(address(service).getPort()),
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION", "file:/run/secrets/token-key",
                "MP_JWT_VERIFY_ISSUER", "https://clientele.local",
                "CLIENTELE_SERVICE_SECRET", secret("SERVICE_SECRET"),
                "QUARKUS_SHUTDOWN_DELAY", "2s",
                // Services that live for seconds.
                "JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1"));
        environment.putAll(own(service));
        return environment;
    }

    private Map<String, String> own(String service) {
        return switch (service) {
            case "funnel-service" ->
                Map.of("QUARKUS_ELASTICSEARCH_HOSTS", search, "CLIENTELE_COLLECT_WRITE_KEYS", secret("WRITE_KEYS"));
            case "profile-service" -> {
                Map<String, String> profile = new HashMap<>(database("profile"));
                profile.put("QUARKUS_ELASTICSEARCH_HOSTS", search);
                profile.put("CLIENTELE_FUNNEL_URL", address("funnel-service").toString());
                yield profile;
            }
            case "campaign-service" -> {
                Map<String, String> campaign = new HashMap<>(database("campaign"));
                campaign.put("CLIENTELE_UNSUBSCRIBE_SECRET", secret("UNSUBSCRIBE_SECRET"));
                yield campaign;
            }
            case "gateway" ->
                Map.of(
                        "CLIENTELE_SERVICES_FUNNEL_URL",
                                address("funnel-service").toString(),
                        "CLIENTELE_SERVICES_PROFILE_URL",
                                address("profile-service").toString(),
                        "CLIENTELE_SERVICES_CAMPAIGN_URL",
                                address("campaign-service").toString());
            default -> throw new IllegalArgumentException(service);
        };
    }

    private Map<String, String> database(String name) {
        return Map.of(
                "QUARKUS_DATASOURCE_REACTIVE_URL",
                database + name,
                "QUARKUS_DATASOURCE_USERNAME",
                name,
                "QUARKUS_DATASOURCE_PASSWORD",
                password(secrets, name));
    }

    private static String password(Map<String, String> secrets, String name) {
        return Objects.requireNonNull(secrets.get(name.toUpperCase(Locale.ROOT) + "_PASSWORD"));
    }

    private static String run(Path folder, String script, String argument) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(SCRIPTS.resolve(script).toString(), argument).redirectErrorStream(true);
        builder.environment().put("CLIENTELE_COMPOSE", folder.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
