package io.clientele.database;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;

/** Tells the faults of the server that people can act on from faults of ours. */
final class DatabaseFaults {

    private DatabaseFaults() {}

    /** The failure that a fault is, or the fault itself if it is ours. */
    static Throwable failure(Throwable fault) {
        return switch (fault) {
            case PgException refused -> refused(refused);
            // Not connected, broken off, or no connection free in time.
            case IOException away -> away(away);
            case TimeoutException late -> away(late);
            case VertxException closed -> away(closed);
            default -> fault;
        };
    }

    /** By the classes of SQLSTATE, see PostgreSQL's appendix "Error Codes". */
    private static Throwable refused(PgException refused) {
        String state = String.valueOf(refused.getSqlState());
        return switch (state) {
            case "25006" -> new DatabaseFailure.ReadOnly();
            case "40001", "40P01" -> new DatabaseFailure.Contended();
            // 55P03: a lock that was asked for with a limit of time.
            case "55P03" -> new DatabaseFailure.Contended();
            case "53300" -> away(refused);
            default -> byClass(state.substring(0, 2), refused);
        };
    }

    private static Throwable byClass(String stateClass, PgException refused) {
        return switch (stateClass) {
            case "53" -> new DatabaseFailure.Full();
            // 08 connection, 57 operator intervention (shutting down, starting), 28 login refused, 3D no such database.
            case "08", "57", "28", "3D" -> away(refused);
            default -> refused;
        };
    }

    private static DatabaseFailure away(Throwable cause) {
        return new DatabaseFailure.Unavailable("the database gives no answer: " + cause.getMessage());
    }
}
