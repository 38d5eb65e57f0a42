package io.clientele.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** What profile-service has still to do, as its database tells, and the fold's start. For one thread. */
final class CustomerWork implements AutoCloseable {

    /** The lock that profile-service takes in each transaction that folds, together with others or alone. */
    private static final long IDENTITY_LOCK = 0x636c6e74;

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Connection connection;

    private CustomerWork(Connection connection) {
        this.connection = connection;
    }

    /** Takes the connection over. */
    static CustomerWork of(Connection connection) throws SQLException {
        CustomerWork work = new CustomerWork(connection);
        // It is asked again and again what waits: not by reading a whole table of rows that are done each time.
        work.execute("SET enable_seqscan = off");
        return work;
    }

    /**
     * Keeps profile-service from folding, as anybody does who changes who is whom: it reads a first page and waits with it.
     * So it need not be stopped while a backlog comes together, and its code stays compiled.
     */
    void holdFold() throws SQLException {
        execute("SELECT pg_advisory_lock(" + IDENTITY_LOCK + ")");
    }

    void releaseFold() throws SQLException {
        execute("SELECT pg_advisory_unlock(" + IDENTITY_LOCK + ")");
    }

    /** Waits until the index of customers has everything that is folded. */
    void awaitIndex() throws SQLException, InterruptedException {
        await("""
                SELECT NOT EXISTS (SELECT FROM index_outbox WHERE number > 0)
                    AND EXISTS (SELECT FROM customers_index WHERE state = 'LIVE')""");
    }

    /** Waits until events lie with the customers whose they are by everything that is folded. */
    void awaitMoves() throws SQLException, InterruptedException {
        await("SELECT NOT EXISTS (SELECT FROM rekey_task WHERE not_before IS NOT NULL)");
    }

    private void await(String question) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!holds(question)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("after " + PATIENCE + " this does not hold: " + question);
            }
            Thread.sleep(PAUSE);
        }
    }

    private boolean holds(String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    private void execute(String order) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(order);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
