package io.clientele.profile.customer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * The lock that whoever computes customers holds together with others, and whoever changes who is whom alone. It is taken
 * before any row is locked, and held until the transaction ends.
 */
public final class IdentityLock {

    private static final long NUMBER = 0x636c6e74;

    private IdentityLock() {}

    /** Takes it together with others. */
    public static Uni<Void> shared(SqlConnection transaction) {
        return take(transaction, "SELECT pg_advisory_xact_lock_shared($1)");
    }

    /** Takes it alone. */
    public static Uni<Void> alone(SqlConnection transaction) {
        return take(transaction, "SELECT pg_advisory_xact_lock($1)");
    }

    private static Uni<Void> take(SqlConnection transaction, String statement) {
        return transaction.preparedQuery(statement).execute(Tuple.of(NUMBER)).replaceWithVoid();
    }
}
