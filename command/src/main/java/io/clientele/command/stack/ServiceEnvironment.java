package io.clientele.command.stack;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.clientele.command.access.AccessKeys;

/** The configuration that each service is started with, as environment variables. */
record ServiceEnvironment(
        AccessKeys keys, ElasticsearchPart elasticsearch, PostgresPart postgres, Map<Service, String> addresses) {

    String address(Service service) {
        return Objects.requireNonNull(addresses.get(service), "every service has an address");
    }

    Map<String, String> of(Service service) throws IOException {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put(
                "QUARKUS_HTTP_PORT",
                Integer.toString(URI.create(address(service)).getPort()));
        variables.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION", keys.publicKeyFile().toUri().toString());
        variables.put("MP_JWT_VERIFY_ISSUER", AccessKeys.ISSUER);
        variables.put("CLIENTELE_SERVICE_SECRET", keys.serviceSecret());
        Optional<String> database = service.database();
        if (database.isPresent()) {
            variables.putAll(database(database.get()));
        }
        variables.putAll(own(service));
        return variables;
    }

    private Map<String, String> database(String name) throws IOException {
        return Map.of(
                "QUARKUS_DATASOURCE_REACTIVE_URL",
                postgres.address() + "/" + name,
                "QUARKUS_DATASOURCE_USERNAME",
                name,
                "QUARKUS_DATASOURCE_PASSWORD",
                keys.databasePassword(name));
    }

    private Map<String, String> own(Service service) throws IOException {
        return switch (service) {
            case FUNNEL ->
                Map.of(
                        "QUARKUS_ELASTICSEARCH_HOSTS",
                        elasticsearch.hostAndPort(),
                        "CLIENTELE_COLLECT_WRITE_KEYS",
                        "demo:" + keys.writeKey());
            case GATEWAY ->
                Map.of(
                        "CLIENTELE_SERVICES_FUNNEL_URL", address(Service.FUNNEL),
                        "CLIENTELE_SERVICES_PROFILE_URL", address(Service.PROFILE),
                        "CLIENTELE_SERVICES_CAMPAIGN_URL", address(Service.CAMPAIGN),
                        "CLIENTELE_GATEWAY_HTTP_GRAPHIQL", "true",
                        "CLIENTELE_GATEWAY_LIMITS_INTROSPECTION", "true");
            case PROFILE ->
                Map.of(
                        "QUARKUS_ELASTICSEARCH_HOSTS", elasticsearch.hostAndPort(),
                        "CLIENTELE_FUNNEL_URL", address(Service.FUNNEL));
            case CAMPAIGN ->
                Map.of(
                        "QUARKUS_ELASTICSEARCH_HOSTS", elasticsearch.hostAndPort(),
                        "CLIENTELE_FUNNEL_URL", address(Service.FUNNEL),
                        "CLIENTELE_PROFILE_URL", address(Service.PROFILE),
                        "CLIENTELE_UNSUBSCRIBE_SECRET", keys.unsubscribeSecret(),
                        "CLIENTELE_UNSUBSCRIBE_BASE_URL", address(Service.CAMPAIGN));
        };
    }
}
