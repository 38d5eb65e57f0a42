package io.clientele.database;

import io.clientele.edge.CodedException;

/** Why PostgreSQL did not do what it was asked for; of the transaction nothing was done. */
public abstract sealed class DatabaseFailure extends CodedException {

    private static final long serialVersionUID = 1L;

    private DatabaseFailure(String code, String message) {
        super(code, message);
    }

    /** Not reachable, starting, stopping, out of connections, or its schema is not up to date yet. */
    public static final class Unavailable extends DatabaseFailure {

        private static final long serialVersionUID = 1L;

        Unavailable(String message) {
            super("DATABASE_UNAVAILABLE", message);
        }
    }

    /** It takes no writes: a standby, or {@code default_transaction_read_only} is set. */
    public static final class ReadOnly extends DatabaseFailure {

        private static final long serialVersionUID = 1L;

        ReadOnly() {
            super("DATABASE_READ_ONLY", "the database takes no writes");
        }
    }

    /** Its disk or its memory is full. */
    public static final class Full extends DatabaseFailure {

        private static final long serialVersionUID = 1L;

        Full() {
            super("DATABASE_FULL", "the database has no room left");
        }
    }

    /** Two transactions were in each other's way and this one gave in: the same again is good. */
    public static final class Contended extends DatabaseFailure {

        private static final long serialVersionUID = 1L;

        Contended() {
            super("DATABASE_CONTENDED", "another transaction was in the way; the same again is good");
        }
    }
}
