package io.clientele.profile.definition;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** The version of all definitions of tags and segments together; it only rises. */
public final class DefinitionsVersion {

    private DefinitionsVersion() {}

    /** The version that this transaction sees. */
    public static Uni<Long> current(SqlClient client) {
        return client.preparedQuery("SELECT version FROM definitions_version")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** Raises the version; until the transaction ends, no other raises it. */
    public static Uni<Long> raise(SqlConnection transaction) {
        return transaction
                .preparedQuery("UPDATE definitions_version SET version = version + 1 RETURNING version")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }
}
