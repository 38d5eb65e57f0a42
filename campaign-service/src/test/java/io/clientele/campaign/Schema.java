package io.clientele.campaign;

import java.time.Duration;

import org.awaitility.Awaitility;

import io.clientele.database.Database;

/** The database under test. */
public final class Schema {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Schema() {}

    /** Waits until its tables stand, which are made in the background. */
    public static void await(Database database) {
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> database.onConnection(connection ->
                                        connection.query("SELECT 1").execute())
                                .await()
                                .atMost(PATIENCE)
                                .size()
                        == 1);
    }
}
