package io.clientele.campaign.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

import io.clientele.campaign.definition.CampaignBook.Edition;
import io.clientele.campaign.definition.StoredCampaign;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** What decisions read and lock: due enrolments, recipients, halts, spending. */
final class DecisionRows {

    /** Of the sum of all days in {@code campaign_spending}. */
    static final LocalDate ALL_DAYS = LocalDate.of(1, 1, 1);

    private DecisionRows() {}

    /**
     * Takes enrolments that are due, the earliest first; what another instance works on is passed over.
     *
     * @param held campaigns about which nothing is decided
     * @param until campaigns that wait for what may not happen: nobody is taken before the feed is read to the wait's end
     */
    static Uni<List<Due>> take(
            SqlConnection transaction,
            Edition edition,
            Collection<String> held,
            Collection<String> until,
            Instant now,
            int most) {
        return transaction
                .preparedQuery("""
                        SELECT id, campaign_id, customer_id, cause, entered_at, due_at, event::text, timed, enrolled_at
                        FROM enrolment
                        WHERE NOT decided AND due_at <= $1 AND campaign_id <> ALL($2)
                            AND (campaign_id <> ALL($4) OR due_at <= (SELECT until FROM feed_read))
                        ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED""")
                .execute(Tuple.of(time(now), held.toArray(String[]::new), most, until.toArray(String[]::new)))
                .map(rows -> {
                    List<Due> due = new ArrayList<>();
                    rows.forEach(row -> {
                        StoredCampaign campaign = edition.campaigns().get(row.getString(1));
                        if (campaign != null) {
                            due.add(new Due(
                                    row.getLong(0),
                                    campaign,
                                    row.getString(2),
                                    row.getString(3),
                                    row.getOffsetDateTime(4).toInstant(),
                                    row.getOffsetDateTime(8).toInstant(),
                                    row.getOffsetDateTime(5).toInstant(),
                                    row.getString(6),
                                    row.getBoolean(7)));
                        }
                    });
                    return due;
                });
    }

    /** Locks customers until the transaction ends, in one order for all instances. */
    static Uni<Void> lock(SqlConnection transaction, Collection<String> customers) {
        String[] sorted = customers.stream().distinct().sorted().toArray(String[]::new);
        return transaction
                .preparedQuery("""
                        INSERT INTO recipient (customer_id) SELECT id FROM unnest($1::text[]) AS id ORDER BY id COLLATE "C"
                        ON CONFLICT DO NOTHING""")
                .execute(Tuple.of(sorted))
                .chain(() -> transaction.preparedQuery("""
                                SELECT customer_id FROM recipient WHERE customer_id = ANY($1)
                                ORDER BY customer_id COLLATE "C" FOR UPDATE""").execute(Tuple.of(sorted)))
                .replaceWithVoid();
    }

    /**
     * When customers entered campaigns that decided about them before: by customer, by campaign.
     *
     * @param ofSilence those of the campaigns that wait for a silence: one that was broken is no entry
     */
    static Uni<Map<String, Map<String, NavigableSet<Instant>>>> entered(
            SqlConnection transaction,
            Collection<String> campaigns,
            Collection<String> ofSilence,
            Collection<String> customers) {
        if (campaigns.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return transaction
                .preparedQuery("""
                        SELECT customer_id, campaign_id, entered_at FROM contact
                        WHERE customer_id = ANY($1) AND campaign_id = ANY($2) AND NOT test
                            AND reason IS DISTINCT FROM 'ALREADY_ENTERED'
                            AND (reason IS DISTINCT FROM 'UNTIL_MET' OR campaign_id <> ALL($3))""")
                .execute(Tuple.of(
                        customers.toArray(String[]::new),
                        campaigns.toArray(String[]::new),
                        ofSilence.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Map<String, NavigableSet<Instant>>> entered = new HashMap<>();
                    rows.forEach(row -> entered.computeIfAbsent(row.getString(0), _ -> new HashMap<>())
                            .computeIfAbsent(row.getString(1), _ -> new TreeSet<>())
                            .add(row.getOffsetDateTime(2).toInstant()));
                    return entered;
                });
    }

    /**
     * Gives contacts of ids that were merged away to the customer that they are part of now, and orders that were taken back
     * with them: results know both by the contact's customer.
     */
    static Uni<Void> merge(SqlConnection transaction, Map<String, String> ownIds) {
        if (ownIds.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Map.Entry<String, String>> rows = List.copyOf(ownIds.entrySet());
        Tuple moves = Tuple.of(
                rows.stream().map(Map.Entry::getKey).toArray(String[]::new),
                rows.stream().map(Map.Entry::getValue).toArray(String[]::new));
        // In the order in which erasures write the two.
        return transaction
                .preparedQuery("""
                        WITH moved AS (
                            DELETE FROM order_reversal USING unnest($1::text[], $2::text[]) AS own (former, id)
                            WHERE customer_id = own.former
                            RETURNING own.id, order_id, message_id, at, amount_millionths, currency)
                        INSERT INTO order_reversal (customer_id, order_id, message_id, at, amount_millionths, currency)
                        SELECT * FROM moved ORDER BY id, order_id, message_id
                        ON CONFLICT DO NOTHING""")
                .execute(moves)
                .chain(() -> transaction.preparedQuery("""
                                UPDATE contact SET customer_id = own.id
                                FROM unnest($1::text[], $2::text[]) AS own (former, id)
                                WHERE contact.customer_id = own.former""").execute(moves))
                .replaceWithVoid();
    }

    /**
     * The latest halt of each customer in each campaign, by {@link #key}.
     *
     * @param ofSilence those of the campaigns that wait for a silence: each sign of life is a halt, under whichever id it came,
     *     also one that began a silence which was complete meanwhile
     */
    static Uni<Map<List<String>, Instant>> halts(
            SqlConnection transaction,
            Collection<String> campaigns,
            Collection<String> ofSilence,
            Collection<String> customers) {
        return transaction
                .preparedQuery("""
                        SELECT campaign_id, customer_id, max(at) FROM (
                            SELECT campaign_id, customer_id, at FROM halt
                            WHERE campaign_id = ANY($1) AND customer_id = ANY($3)
                            UNION ALL
                            SELECT campaign_id, customer_id, at FROM activity
                            WHERE campaign_id = ANY($2) AND customer_id = ANY($3)
                            UNION ALL
                            SELECT campaign_id, customer_id, entered_at FROM entry
                            WHERE campaign_id = ANY($2) AND customer_id = ANY($3)) AS sign
                        GROUP BY 1, 2""")
                .execute(Tuple.of(
                        campaigns.toArray(String[]::new),
                        ofSilence.toArray(String[]::new),
                        customers.toArray(String[]::new)))
                .map(rows -> {
                    Map<List<String>, Instant> halts = new HashMap<>();
                    rows.forEach(row -> halts.put(
                            key(row.getString(0), row.getString(1)),
                            row.getOffsetDateTime(2).toInstant()));
                    return halts;
                });
    }

    static List<String> key(String campaign, String customer) {
        return List.of(campaign, customer);
    }

    /** Locks what campaigns have spent, in all and on a day, in millionths; 0 of those that spent nothing. */
    static Uni<Map<String, Spent>> spent(SqlConnection transaction, Collection<String> campaigns, LocalDate day) {
        String[] sorted = campaigns.stream().distinct().sorted().toArray(String[]::new);
        return transaction
                .preparedQuery("""
                        INSERT INTO campaign_spending (campaign_id, day, millionths)
                        SELECT id, day, 0 FROM unnest($1::text[]) AS id, unnest($2::date[]) AS day ORDER BY id, day
                        ON CONFLICT DO NOTHING""")
                .execute(Tuple.of(sorted, new LocalDate[] {ALL_DAYS, day}))
                .chain(() -> transaction.preparedQuery("""
                                SELECT campaign_id, day, millionths FROM campaign_spending
                                WHERE campaign_id = ANY($1) AND day = ANY($2) ORDER BY campaign_id, day FOR UPDATE""").execute(Tuple.of(sorted, new LocalDate[] {ALL_DAYS, day})))
                .map(rows -> {
                    Map<String, Spent> spent = new HashMap<>();
                    rows.forEach(row -> {
                        Spent before = spent.getOrDefault(row.getString(0), Spent.NOTHING);
                        spent.put(
                                row.getString(0),
                                row.getLocalDate(1).equals(ALL_DAYS)
                                        ? new Spent(row.getLong(2), before.today())
                                        : new Spent(before.total(), row.getLong(2)));
                    });
                    return spent;
                });
    }

    /** What a campaign has spent, in millionths. */
    record Spent(long total, long today) {

        static final Spent NOTHING = new Spent(0, 0);

        Spent plus(long more) {
            return new Spent(total + more, today + more);
        }
    }

    /** Adds to what campaigns have spent, in millionths by campaign. */
    static Uni<Void> spend(SqlConnection transaction, Map<String, Long> more, LocalDate day) {
        if (more.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Map.Entry<String, Long>> rows = List.copyOf(more.entrySet());
        return transaction
                .preparedQuery("""
                        UPDATE campaign_spending SET millionths = campaign_spending.millionths + spent.millionths
                        FROM unnest($1::text[], $2::bigint[]) AS spent (campaign_id, millionths)
                        WHERE campaign_spending.campaign_id = spent.campaign_id AND day = ANY($3)""")
                .execute(Tuple.of(
                        rows.stream().map(Map.Entry::getKey).toArray(String[]::new),
                        rows.stream().map(Map.Entry::getValue).toArray(Long[]::new),
                        new LocalDate[] {ALL_DAYS, day}))
                .replaceWithVoid();
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
