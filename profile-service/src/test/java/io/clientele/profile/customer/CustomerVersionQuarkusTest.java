package io.clientele.profile.customer;

import java.time.Duration;
import java.time.Instant;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.clientele.database.Database;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.profile.fold.FakeFunnel;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeFunnel.class)
class CustomerVersionQuarkusTest {

    private static final Duration LONGEST_RUN = Duration.ofDays(1);

    @Inject
    Database database;

    @Test
    void aNewDatabaseGoesOnAboveTheVersionsOfTheOneThatItReplaces() {
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(lastVersion())
                        .isGreaterThan(Instant.now().minus(LONGEST_RUN).toEpochMilli() * 1_000));
    }

    private long lastVersion() {
        return database.onConnection(connection -> connection
                        .query("SELECT last_value FROM customer_version")
                        .execute()
                        .map(rows -> rows.iterator().next().getLong(0)))
                .await()
                .atMost(Duration.ofSeconds(10));
    }
}
