package io.clientele.database;

import java.util.Optional;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Lets one instance of the service at a time do some work: a lock that lives no longer than the connection that the work
 * is done on. What a leader writes through that connection, no former leader writes.
 */
public final class Leader {

    private Leader() {}

    /**
     * Works as the leader.
     *
     * @param lock the number of the lock in PostgreSQL; one for each kind of work
     * @return empty if another instance leads
     */
    public static <T> Uni<Optional<T>> lead(Database database, long lock, Function<SqlConnection, Uni<T>> work) {
        return database.onConnection(connection -> ask(connection, "SELECT pg_try_advisory_lock($1)", lock)
                .flatMap(mine -> mine
                        ? work.apply(connection)
                                .map(Optional::of)
                                // The connection goes back to the pool, and the lock would stay with it.
                                .eventually(() -> ask(connection, "SELECT pg_advisory_unlock($1)", lock))
                        : Uni.createFrom().item(Optional.<T>empty())));
    }

    private static Uni<Boolean> ask(SqlConnection connection, String query, long lock) {
        return connection
                .preparedQuery(query)
                .execute(Tuple.of(lock))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }
}
