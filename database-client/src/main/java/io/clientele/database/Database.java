package io.clientele.database;

import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Runs work in PostgreSQL once its schema stands. Every failure is a {@link DatabaseFailure} or a fault of ours. */
@ApplicationScoped
public class Database {

    private final Pool pool;
    private final Migration migration;

    Database(Pool pool, Migration migration) {
        this.pool = pool;
        this.migration = migration;
    }

    /**
     * Runs work in one transaction (read committed), which is committed if the work succeeds and rolled back if it fails
     * or is cancelled. Nothing is tried twice.
     */
    public <T> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
        return ready().chain(() -> pool.withTransaction(work)).onFailure().transform(DatabaseFaults::failure);
    }

    /** Runs work on a connection without a transaction: each statement stands for itself. */
    public <T> Uni<T> onConnection(Function<SqlConnection, Uni<T>> work) {
        return ready().chain(() -> pool.withConnection(work)).onFailure().transform(DatabaseFaults::failure);
    }

    private Uni<Void> ready() {
        return migration.standing()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().failure(() -> new DatabaseFailure.Unavailable(migration.obstacle()));
    }
}
