package io.clientele.campaign.channel;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.clientele.campaign.CampaignStack;
import io.clientele.edge.testing.AbsentPostgres;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.localstack.PostgresOptions;
import io.clientele.localstack.PostgresServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** PostgreSQL is killed and started again while messages are on their way. */
@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(AbsentPostgres.class)
@WithTestResource(DeliverySettings.class)
class PostgresRestartQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int MESSAGES = 300;

    @Inject
    TestDeliveries deliveries;

    @Test
    void deliversEachMessageUnderItsOneKey(@TempDir Path folder) throws IOException {
        int port = Integer.getInteger("clientele.test.postgres-port");
        try (PostgresServer postgres = PostgresServer.start(
                        new PostgresOptions(folder.resolve("data"), folder.resolve("logs"), port));
                Receiver receiver = new Receiver()) {
            postgres.createDatabase("outage", "outage", "outage");
            CampaignStack.awaitSchema();
            TestDeliveries.define("restart", receiver.url(), "OTHER");
            List<String> contacts = deliveries.toWebhook("restart", MESSAGES);
            await().atMost(PATIENCE).until(() -> receiver.calls().size() > 20);

            postgres.kill();
            postgres.restart();

            CampaignStack.awaitSchema();
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(deliveries.withStatus(contacts, "SENT")).isEqualTo(MESSAGES));
            assertThat(new HashSet<>(receiver.ids())).containsExactlyInAnyOrderElementsOf(contacts);
        }
    }
}
