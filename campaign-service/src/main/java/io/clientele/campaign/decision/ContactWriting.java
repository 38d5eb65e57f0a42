package io.clientele.campaign.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.definition.Channel;
import io.clientele.campaign.policy.rules.PastContact;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Stores what was decided: contacts, and enrolments that are done or wait again. */
final class ContactWriting {

    private ContactWriting() {}

    /** The contacts of customers that caps may count, since a day; those of control groups too, each for its campaign. */
    static Uni<Map<String, List<CappedContact>>> past(
            SqlConnection transaction, Collection<String> customers, LocalDate since) {
        return transaction
                .preparedQuery("""
                        SELECT customer_id, channel, local_day, CASE decision WHEN 'CONTROL' THEN campaign_id END
                        FROM contact WHERE customer_id = ANY($1) AND local_day >= $2
                            AND decision IN ('SENT', 'CONTROL') AND NOT test AND NOT transactional""")
                .execute(Tuple.of(customers.toArray(String[]::new), since))
                .map(rows -> {
                    Map<String, List<CappedContact>> past = new HashMap<>();
                    rows.forEach(row -> past.computeIfAbsent(row.getString(0), _ -> new ArrayList<>())
                            .add(new CappedContact(
                                    new PastContact(Channel.valueOf(row.getString(1)), row.getLocalDate(2)),
                                    row.getString(3))));
                    return past;
                });
    }

    /** Likewise those that other campaigns made, each with when. */
    static Uni<Map<String, List<RehearsalLedger.Made>>> madeByOthers(
            SqlClient client, String campaign, Collection<String> customers, LocalDate since) {
        return client.preparedQuery("""
                        SELECT customer_id, channel, local_day, decided_at FROM contact
                        WHERE customer_id = ANY($1) AND local_day >= $2 AND campaign_id <> $3
                            AND decision = 'SENT' AND NOT test AND NOT transactional""")
                .execute(Tuple.of(customers.toArray(String[]::new), since, campaign))
                .map(rows -> {
                    Map<String, List<RehearsalLedger.Made>> made = new HashMap<>();
                    rows.forEach(row -> made.computeIfAbsent(row.getString(0), _ -> new ArrayList<>())
                            .add(new RehearsalLedger.Made(
                                    row.getOffsetDateTime(3).toInstant(),
                                    new PastContact(Channel.valueOf(row.getString(1)), row.getLocalDate(2)))));
                    return made;
                });
    }

    /** Keeps contacts, as tests those of no enrolment; of those that are kept already nothing is changed. */
    static Uni<Void> insert(SqlConnection transaction, List<DecidedContact> contacts, Instant now) {
        if (contacts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery("""
                        INSERT INTO contact (id, campaign_id, campaign_version, enrolment_id, customer_id, entered_at,
                            decided_at, local_day, decision, reason, variant, channel, subject, body, link, coupon_id,
                            cost_millionths, currency, status, status_at, transactional, test)
                        SELECT id, campaign, version, nullif(enrolment, 0), customer, entered,
                            $20, day, decision, reason, variant, channel, subject, body, link, coupon,
                            cost, currency, status, $20, transactional, enrolment = 0
                        FROM unnest($1::text[], $2::text[], $3::integer[], $4::bigint[], $5::text[], $6::timestamptz[],
                            $7::date[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[],
                            $14::text[], $15::text[], $16::bigint[], $17::text[], $18::text[], $19::boolean[])
                            AS decided (id, campaign, version, enrolment, customer, entered, day, decision, reason,
                                variant, channel, subject, body, link, coupon, cost, currency, status, transactional)
                        ON CONFLICT DO NOTHING""")
                .execute(Tuple.from(new Object[] {
                    column(contacts, DecidedContact::id, String[]::new),
                    column(contacts, one -> one.due().campaign().id(), String[]::new),
                    column(contacts, one -> one.due().campaign().version(), Integer[]::new),
                    column(contacts, one -> one.due().id(), Long[]::new),
                    column(contacts, DecidedContact::customer, String[]::new),
                    column(contacts, one -> DecisionRows.time(one.due().enteredAt()), OffsetDateTime[]::new),
                    column(contacts, DecidedContact::day, LocalDate[]::new),
                    column(contacts, one -> one.decision().name(), String[]::new),
                    column(contacts, one -> name(one.reason()), String[]::new),
                    column(contacts, one -> one.variant().map(v -> v.name()).orElse(null), String[]::new),
                    column(
                            contacts,
                            one -> one.variant().map(v -> v.channel().name()).orElse(null),
                            String[]::new),
                    column(
                            contacts,
                            one -> one.message() == null ? null : one.message().subject(),
                            String[]::new),
                    column(
                            contacts,
                            one -> one.message() == null ? null : one.message().body(),
                            String[]::new),
                    column(
                            contacts,
                            one -> one.message() == null ? null : one.message().link(),
                            String[]::new),
                    column(contacts, DecidedContact::coupon, String[]::new),
                    column(contacts, DecidedContact::costMillionths, Long[]::new),
                    column(contacts, one -> one.due().campaign().definition().currency(), String[]::new),
                    column(contacts, DecidedContact::status, String[]::new),
                    column(contacts, one -> one.due().campaign().definition().transactional(), Boolean[]::new),
                    DecisionRows.time(now)
                }))
                .replaceWithVoid();
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static <T> @Nullable T[] column(
            List<DecidedContact> contacts,
            Function<DecidedContact, @Nullable T> field,
            IntFunction<@Nullable T[]> array) {
        return contacts.stream().map(field).toArray(array);
    }

    /** Notes that enrolments are decided about. */
    static Uni<Void> done(SqlConnection transaction, List<Due> decided) {
        return transaction
                .preparedQuery("UPDATE enrolment SET decided = true, event = NULL WHERE id = ANY($1)")
                .execute(Tuple.of(decided.stream().map(Due::id).toArray(Long[]::new)))
                .replaceWithVoid();
    }

    /** Has enrolments wait until another instant. */
    static Uni<Void> postpone(SqlConnection transaction, Map<Due, Verdict.Postpone> postponed) {
        if (postponed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Map.Entry<Due, Verdict.Postpone>> rows = List.copyOf(postponed.entrySet());
        return transaction
                .preparedQuery("""
                        UPDATE enrolment SET due_at = later.at, timed = later.timed
                        FROM unnest($1::bigint[], $2::timestamptz[], $3::boolean[]) AS later (id, at, timed)
                        WHERE enrolment.id = later.id""")
                .execute(Tuple.of(
                        rows.stream().map(row -> row.getKey().id()).toArray(Long[]::new),
                        rows.stream()
                                .map(row -> DecisionRows.time(row.getValue().until()))
                                .toArray(OffsetDateTime[]::new),
                        rows.stream().map(row -> row.getValue().timed()).toArray(Boolean[]::new)))
                .replaceWithVoid();
    }
}
