package io.clientele.campaign.trigger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.clientele.campaign.definition.Reentry;
import io.clientele.campaign.trigger.Admission.Who;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The tables {@code enrolment} and {@code entry}: who waits in which campaign, and who entered it last when. */
final class Enrolments {

    private Enrolments() {}

    /**
     * Enrols those who may enter.
     *
     * @param entries in any order; repeating them changes nothing
     * @param reentry of each campaign
     */
    static Uni<Void> add(SqlConnection transaction, List<Entry> entries, Function<String, Reentry> reentry) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Entry> inOrder = Admission.inOrder(entries);
        return last(transaction, inOrder).chain(last -> {
            Admission admission = new Admission(last);
            List<Entry> admitted = admission.admit(inOrder, reentry);
            return remember(transaction, admission.last()).chain(() -> insert(transaction, admitted));
        });
    }

    private static Uni<Map<Who, Instant>> last(SqlConnection transaction, List<Entry> entries) {
        return transaction
                .preparedQuery("""
                        SELECT DISTINCT campaign_id, customer_id, entered_at FROM entry
                            JOIN unnest($1::text[], $2::text[]) AS asked (campaign_id, customer_id)
                            USING (campaign_id, customer_id)""")
                .execute(Tuple.of(texts(entries, Entry::campaign), texts(entries, Entry::customer)))
                .map(rows -> {
                    Map<Who, Instant> last = new HashMap<>();
                    rows.forEach(row -> last.put(
                            new Who(row.getString(0), row.getString(1)),
                            row.getOffsetDateTime(2).toInstant()));
                    return last;
                });
    }

    private static Uni<Void> remember(SqlConnection transaction, Map<Who, Instant> last) {
        List<Map.Entry<Who, Instant>> rows = List.copyOf(last.entrySet());
        return transaction
                .preparedQuery("""
                        INSERT INTO entry (campaign_id, customer_id, entered_at)
                        SELECT * FROM unnest($1::text[], $2::text[], $3::timestamptz[]) AS entered (campaign, customer, at)
                        ORDER BY campaign, customer
                        ON CONFLICT (campaign_id, customer_id) DO UPDATE
                            SET entered_at = greatest(entry.entered_at, excluded.entered_at)""")
                .execute(Tuple.of(
                        rows.stream().map(row -> row.getKey().campaign()).toArray(String[]::new),
                        rows.stream().map(row -> row.getKey().customer()).toArray(String[]::new),
                        rows.stream().map(row -> time(row.getValue())).toArray(OffsetDateTime[]::new)))
                .replaceWithVoid();
    }

    private static Uni<Void> insert(SqlConnection transaction, List<Entry> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery("""
                        INSERT INTO enrolment (campaign_id, customer_id, cause, entered_at, due_at, event)
                        SELECT campaign, customer, cause, at, due, event::jsonb
                        FROM unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::text[])
                            AS entered (campaign, customer, cause, at, due, event)
                        ON CONFLICT (campaign_id, customer_id, cause) DO NOTHING""")
                .execute(Tuple.of(
                        texts(entries, Entry::campaign),
                        texts(entries, Entry::customer),
                        texts(entries, Entry::cause),
                        times(entries, Entry::at),
                        times(entries, Entry::due),
                        entries.stream().map(Entry::event).toArray(String[]::new)))
                .replaceWithVoid();
    }

    private static String[] texts(List<Entry> entries, Function<Entry, String> field) {
        return entries.stream().map(field).toArray(String[]::new);
    }

    private static OffsetDateTime[] times(List<Entry> entries, Function<Entry, Instant> field) {
        return entries.stream().map(entry -> time(field.apply(entry))).toArray(OffsetDateTime[]::new);
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
