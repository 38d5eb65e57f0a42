package io.clientele.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A heap of due timers: enrolments of known customers who put something into their carts an hour ago, written past the
 * service while everything is stopped. The clock runs from the moment at which contacts may be made again until nothing waits.
 */
final class TimersDrain implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Connection connection;
    private final RunningCampaigns campaigns;
    private final int timers;

    /** Takes the connection over. */
    TimersDrain(Connection connection, RunningCampaigns campaigns, int timers) {
        this.connection = connection;
        this.campaigns = campaigns;
        this.timers = timers;
    }

    /** Contacts a second that the service makes of them. */
    double decided() throws IOException, InterruptedException, SQLException {
        campaigns.setSending(true);
        enrol("timer");
        long begin = System.nanoTime();
        campaigns.setSending(false);
        while (waiting()) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IllegalStateException("timers still wait after " + PATIENCE);
            }
            Thread.sleep(PAUSE);
        }
        double rate = rate(begin);
        require("timer");
        return rate;
    }

    /**
     * Contacts a second that one connection makes of as many in as large transactions, by statements that claim, insert and
     * mark in the same way, but ask nobody and decide nothing: what PostgreSQL alone could do here.
     */
    double plain() throws IOException, InterruptedException, SQLException {
        campaigns.setSending(true);
        enrol("plain");
        long begin = System.nanoTime();
        try (PreparedStatement round = connection.prepareStatement("""
                WITH taken AS (
                    SELECT id, campaign_id, customer_id, cause, entered_at FROM enrolment
                    WHERE NOT decided AND due_at <= now() ORDER BY due_at LIMIT 1000 FOR UPDATE SKIP LOCKED),
                kept AS (
                    INSERT INTO contact (id, campaign_id, campaign_version, enrolment_id, customer_id, entered_at, decided_at,
                        local_day, decision, variant, channel, subject, body, status, status_at)
                    SELECT 'c' || md5(campaign_id || customer_id || cause), campaign_id, 1, id, customer_id, entered_at, now(),
                        current_date, 'SENT', 'plain', 'INBOX', 'Your cart', 'It waits for you.', 'DELIVERED', now()
                    FROM taken)
                UPDATE enrolment SET decided = true, event = NULL FROM taken WHERE enrolment.id = taken.id""")) {
            while (round.executeUpdate() > 0) {
                // Each round is one transaction.
            }
        }
        double rate = rate(begin);
        require("plain");
        campaigns.setSending(false);
        return rate;
    }

    private double rate(long begin) {
        return timers / ((System.nanoTime() - begin) / 1e9);
    }

    private void enrol(String cause) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO enrolment (campaign_id, customer_id, cause, entered_at, due_at, event)
                        SELECT 'bench-' || n % ?, 'member-' || n, ?, now() - interval '1 hour', now(),
                            '{"name": "Product Added", "products": [{"id": "p-1", "name": "Tea", "price": "25"}]}'
                        FROM generate_series(0, ? - 1) AS n""");
                Statement statement = connection.createStatement()) {
            insert.setInt(1, RunningCampaigns.COUNT);
            insert.setString(2, cause);
            insert.setInt(3, timers);
            insert.executeUpdate();
            statement.execute("VACUUM (ANALYZE) enrolment");
        }
    }

    private boolean waiting() throws SQLException {
        return count("SELECT count(*) FROM (SELECT FROM enrolment WHERE NOT decided LIMIT 1) AS one") > 0;
    }

    /** Ends the benchmark unless each timer became one contact. */
    private void require(String cause) throws SQLException {
        long contacts = count("SELECT count(*) FROM contact JOIN enrolment ON enrolment.id = contact.enrolment_id"
                + " WHERE cause = '" + cause + "' AND decision IN ('SENT', 'CONTROL')");
        if (contacts != timers) {
            throw new IllegalStateException(timers + " timers became " + contacts + " contacts");
        }
    }

    private long count(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
