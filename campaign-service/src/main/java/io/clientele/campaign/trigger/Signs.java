package io.clientele.campaign.trigger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The tables {@code halt} and {@code activity}: what customers did that ends a wait, or begins it anew. */
final class Signs {

    private Signs() {}

    static Uni<Void> halt(SqlConnection transaction, List<Halt> halts) {
        if (halts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery("""
                        INSERT INTO halt (campaign_id, customer_id, at, expires_at)
                        SELECT * FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[])
                        ON CONFLICT DO NOTHING""")
                .execute(Tuple.of(
                        halts.stream().map(Halt::campaign).toArray(String[]::new),
                        halts.stream().map(Halt::customer).toArray(String[]::new),
                        halts.stream().map(one -> Enrolments.time(one.at())).toArray(OffsetDateTime[]::new),
                        halts.stream()
                                .map(one -> Enrolments.time(one.expires()))
                                .toArray(OffsetDateTime[]::new)))
                .replaceWithVoid();
    }

    /** Notes the last sign of each customer; an earlier one that comes late changes nothing. */
    static Uni<Void> active(SqlConnection transaction, List<Activity> activities) {
        if (activities.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<List<String>, Activity> last = new HashMap<>();
        activities.forEach(one -> last.merge(
                List.of(one.campaign(), one.customer()),
                one,
                (before, after) -> after.at().isBefore(before.at()) ? before : after));
        List<Activity> rows = List.copyOf(last.values());
        return transaction
                .preparedQuery("""
                        INSERT INTO activity (campaign_id, customer_id, at, silent_at, event)
                        SELECT campaign, customer, at, silent_at, event::jsonb
                        FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::text[])
                            AS active (campaign, customer, at, silent_at, event)
                        ORDER BY campaign, customer
                        ON CONFLICT (campaign_id, customer_id) DO UPDATE
                            SET at = excluded.at, silent_at = excluded.silent_at, event = excluded.event
                            WHERE activity.at < excluded.at""")
                .execute(Tuple.of(
                        rows.stream().map(Activity::campaign).toArray(String[]::new),
                        rows.stream().map(Activity::customer).toArray(String[]::new),
                        rows.stream().map(one -> Enrolments.time(one.at())).toArray(OffsetDateTime[]::new),
                        rows.stream()
                                .map(one -> Enrolments.time(one.silentAt()))
                                .toArray(OffsetDateTime[]::new),
                        rows.stream().map(Activity::event).toArray(String[]::new)))
                .replaceWithVoid();
    }

    /**
     * Takes the customers who have been silent for long enough, at most so many, of the campaigns that run. Nobody is silent
     * before all is read that they may have done.
     */
    static Uni<List<Activity>> silent(SqlConnection transaction, List<String> running, Instant now, int most) {
        return transaction
                .preparedQuery("""
                        DELETE FROM activity USING (
                            SELECT campaign_id, customer_id FROM activity
                            WHERE silent_at <= $1 AND silent_at <= (SELECT until FROM feed_read) AND campaign_id = ANY($2)
                            ORDER BY silent_at LIMIT $3 FOR UPDATE SKIP LOCKED) AS taken
                        WHERE activity.campaign_id = taken.campaign_id AND activity.customer_id = taken.customer_id
                        RETURNING activity.campaign_id, activity.customer_id, at, silent_at, event::text""")
                .execute(Tuple.of(Enrolments.time(now), running.toArray(String[]::new), most))
                .map(rows -> {
                    List<Activity> silent = new ArrayList<>();
                    rows.forEach(row -> silent.add(new Activity(
                            row.getString(0),
                            row.getString(1),
                            row.getOffsetDateTime(2).toInstant(),
                            row.getOffsetDateTime(3).toInstant(),
                            row.getString(4))));
                    return silent;
                });
    }

    /** Forgets halts that can matter to nobody any more, at most so many; tells how many. */
    static Uni<Integer> forgetHalts(SqlConnection transaction, Instant now, int most) {
        return transaction
                .preparedQuery("""
                        DELETE FROM halt USING (
                            SELECT ctid AS row FROM halt WHERE expires_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED) AS old
                        WHERE halt.ctid = old.row""")
                .execute(Tuple.of(Enrolments.time(now), most))
                .map(rows -> rows.rowCount());
    }
}
