package io.clientele.profile.segment;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.clientele.database.Database;
import io.clientele.database.Leader;
import io.clientele.rounds.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Gives committed changes of memberships their positions. Neither transaction ids nor sequences could be positions: a
 * transaction gets its id before it waits for a customer's row, and a number is drawn before it is committed. One
 * sequencer that sees only what is committed has neither trouble.
 */
@ApplicationScoped
class Sequencer {

    private static final long LOCK = 0x636c69656e740002L;
    private static final int MOST_AT_ONCE = 5_000;

    private final Database database;
    private final Rounds rounds;
    private final Duration rest;

    Sequencer(Database database, SegmentConfig config) {
        this.database = database;
        this.rest = config.beat();
        this.rounds = new Rounds("sequencing memberships", config.beat(), config.longestRetry(), this::round);
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    private Uni<Duration> round() {
        return step().map(more -> more ? Duration.ZERO : rest);
    }

    private Uni<Boolean> step() {
        return Leader.lead(database, LOCK, Sequencer::place).map(placed -> placed.orElse(0) == MOST_AT_ONCE);
    }

    private static Uni<Integer> place(SqlConnection connection) {
        return connection.preparedQuery("""
                        WITH unplaced AS (
                            SELECT number, row_number() OVER (ORDER BY number) AS nth
                            FROM (SELECT number FROM membership_change WHERE position IS NULL
                                  ORDER BY number LIMIT $1) oldest),
                        stream AS (
                            UPDATE membership_stream SET position = position + (SELECT count(*) FROM unplaced)
                            WHERE EXISTS (SELECT FROM unplaced)
                            RETURNING position - (SELECT count(*) FROM unplaced) AS before)
                        UPDATE membership_change SET position = stream.before + unplaced.nth
                        FROM unplaced, stream WHERE membership_change.number = unplaced.number""").execute(Tuple.of(MOST_AT_ONCE)).map(rows -> rows.rowCount());
    }
}
