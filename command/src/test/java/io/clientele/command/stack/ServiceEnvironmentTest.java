package io.clientele.command.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.clientele.command.access.AccessKeys;
import io.clientele.command.home.Home;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceEnvironmentTest {
    @TempDir
    private Path folder;

    private AccessKeys keys;
    private ServiceEnvironment environment;

    @BeforeEach
    void createEnvironment() {
        Home home = new Home(folder).create();
        keys = new AccessKeys(home);
        Map<Service, String> addresses = Map.of(
                Service.GATEWAY, "http://127.0.0.1:8080",
                Service.FUNNEL, "http://127.0.0.1:8081",
                Service.PROFILE, "http://127.0.0.1:8082",
                Service.CAMPAIGN, "http://127.0.0.1:8083");
        environment = new ServiceEnvironment(
                keys, new ElasticsearchPart(home, 9200), new PostgresPart(home, keys, 5432), addresses);
    }

    @Test
    void tellsEveryServiceWhereToListenAndWhomToTrust() throws IOException {
        for (Service service : Service.values()) {
            assertThat(environment.of(service))
                    .containsEntry("QUARKUS_HTTP_HOST", "127.0.0.1")
                    .containsEntry("QUARKUS_HTTP_PORT", Integer.toString(service.preferredPort()))
                    .containsEntry("MP_JWT_VERIFY_ISSUER", AccessKeys.ISSUER)
                    .hasEntrySatisfying(
                            "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                            location ->
                                    assertThat(location).startsWith("file:///").endsWith("token-public.pem"));
        }
    }

    @Test
    void givesFunnelServiceElasticsearchAndTheWriteKey() throws IOException {
        assertThat(environment.of(Service.FUNNEL))
                .containsEntry("QUARKUS_ELASTICSEARCH_HOSTS", "127.0.0.1:9200")
                .containsEntry("CLIENTELE_COLLECT_WRITE_KEYS", "demo:" + keys.writeKey());
    }

    @Test
    void letsGatewayServeGraphiqlWithTheSchema() throws IOException {
        assertThat(environment.of(Service.GATEWAY))
                .containsEntry("CLIENTELE_GATEWAY_HTTP_GRAPHIQL", "true")
                .containsEntry("CLIENTELE_GATEWAY_LIMITS_INTROSPECTION", "true");
    }

    @Test
    void givesAllServicesOneSecretToKnowEachOtherBy() throws IOException {
        for (Service service : Service.values()) {
            assertThat(environment.of(service)).containsEntry("CLIENTELE_SERVICE_SECRET", keys.serviceSecret());
        }
        assertThat(keys.serviceSecret()).hasSizeGreaterThanOrEqualTo(32);
    }

    @Test
    void givesCampaignServiceWhatLinksToUnsubscribeAreMadeOf() throws IOException {
        assertThat(environment.of(Service.CAMPAIGN))
                .containsEntry("CLIENTELE_UNSUBSCRIBE_SECRET", keys.unsubscribeSecret())
                .containsEntry("CLIENTELE_UNSUBSCRIBE_BASE_URL", "http://127.0.0.1:8083");
        assertThat(keys.unsubscribeSecret()).hasSizeGreaterThanOrEqualTo(32).isNotEqualTo(keys.serviceSecret());
    }

    @Test
    void givesProfileServiceElasticsearchAndTheFeed() throws IOException {
        assertThat(environment.of(Service.PROFILE))
                .containsEntry("QUARKUS_ELASTICSEARCH_HOSTS", "127.0.0.1:9200")
                .containsEntry("CLIENTELE_FUNNEL_URL", "http://127.0.0.1:8081");
    }

    @Test
    void givesEachDatabaseOwnerItsOwnLogin() throws IOException {
        assertThat(environment.of(Service.PROFILE))
                .containsEntry("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://127.0.0.1:5432/profile")
                .containsEntry("QUARKUS_DATASOURCE_USERNAME", "profile")
                .containsEntry("QUARKUS_DATASOURCE_PASSWORD", keys.databasePassword("profile"));
        assertThat(environment.of(Service.CAMPAIGN))
                .containsEntry("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://127.0.0.1:5432/campaign")
                .containsEntry("QUARKUS_DATASOURCE_PASSWORD", keys.databasePassword("campaign"));
    }

    @Test
    void givesNoServiceWhatItDoesNotNeed() throws IOException {
        assertThat(environment.of(Service.GATEWAY))
                .doesNotContainKeys("QUARKUS_DATASOURCE_PASSWORD", "CLIENTELE_COLLECT_WRITE_KEYS")
                .containsEntry("CLIENTELE_SERVICES_FUNNEL_URL", "http://127.0.0.1:8081")
                .containsEntry("CLIENTELE_SERVICES_PROFILE_URL", "http://127.0.0.1:8082")
                .containsEntry("CLIENTELE_SERVICES_CAMPAIGN_URL", "http://127.0.0.1:8083");
        assertThat(environment.of(Service.PROFILE)).doesNotContainKey("CLIENTELE_COLLECT_WRITE_KEYS");
    }
}
