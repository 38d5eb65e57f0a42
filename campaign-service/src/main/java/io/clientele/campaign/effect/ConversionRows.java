package io.clientele.campaign.effect;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.event.Money;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The tables of conversions and of orders that were taken back; all statements that write them. */
final class ConversionRows {

    private ConversionRows() {}

    /** The campaigns that have decided about anybody. */
    static Uni<Set<String>> contacting(SqlConnection transaction) {
        return transaction
                .query("""
                        SELECT id FROM campaign
                        WHERE EXISTS (SELECT FROM contact WHERE campaign_id = campaign.id AND NOT test)""")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .collect(Collectors.toSet()));
    }

    static Uni<Void> addConversions(
            SqlConnection transaction, List<ReachedGoal> reached, Map<String, Set<String>> ids) {
        if (reached.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        // In one order, so that two pages with the same messages do not wait for each other.
        return transaction.preparedQuery("""
                        INSERT INTO conversion (
                            campaign_id, message_id, customer_id, order_id, at, revenue_millionths, currency,
                            contact_id, touch_id, touched_at)
                        SELECT reached.campaign, reached.message, last_of.customer_id, reached.order_id, reached.at,
                            reached.revenue, reached.currency, last_of.contact_id, last_of.touch_id, last_of.touched_at
                        FROM unnest(
                                $1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::bigint[],
                                $7::text[])
                            WITH ORDINALITY
                            AS reached (campaign, message, order_id, since, at, revenue, currency, place)
                        JOIN (
                            SELECT goal.place,
                                (array_agg(contact.customer_id ORDER BY decided_at DESC, id DESC))[1] AS customer_id,
                                (array_agg(id ORDER BY decided_at DESC, id DESC))[1] AS contact_id,
                                (array_agg(id ORDER BY decided_at DESC, id DESC)
                                    FILTER (WHERE decision = 'SENT'))[1] AS touch_id,
                                max(decided_at) FILTER (WHERE decision = 'SENT') AS touched_at
                            FROM unnest($1::text[], $4::timestamptz[], $5::timestamptz[])
                                WITH ORDINALITY AS goal (campaign, since, at, place)
                            JOIN unnest($8::bigint[], $9::text[]) AS known (place, customer_id) USING (place)
                            JOIN contact ON contact.customer_id = known.customer_id
                                AND contact.campaign_id = goal.campaign
                                AND contact.decided_at BETWEEN goal.since AND goal.at
                            WHERE NOT test AND exposure(decision, variant) IS NOT NULL
                            GROUP BY goal.place
                        ) AS last_of USING (place)
                        ORDER BY reached.message, reached.campaign
                        ON CONFLICT DO NOTHING""").execute(values(reached, ids)).replaceWithVoid();
    }

    private static Tuple values(List<ReachedGoal> reached, Map<String, Set<String>> ids) {
        List<Known> known = Known.of(reached, ReachedGoal::customer, ids);
        return Tuple.tuple(List.of(
                texts(reached, ReachedGoal::campaign),
                texts(reached, ReachedGoal::messageId),
                texts(reached, ReachedGoal::orderId),
                instants(reached, ReachedGoal::since),
                instants(reached, ReachedGoal::at),
                millionths(reached, ReachedGoal::revenue),
                texts(reached, goal -> currency(goal.revenue())),
                places(known),
                texts(known, Known::id)));
    }

    static Uni<Void> addReversals(
            SqlConnection transaction, List<OrderReversal> reversals, Map<String, Set<String>> ids) {
        if (reversals.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Known> known = Known.of(reversals, OrderReversal::customer, ids);
        return transaction
                .preparedQuery("""
                        INSERT INTO order_reversal (customer_id, order_id, message_id, at, amount_millionths, currency)
                        SELECT known.customer_id, reversal.order_id, reversal.message, reversal.at, reversal.amount,
                            reversal.currency
                        FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::bigint[], $5::text[])
                            WITH ORDINALITY AS reversal (message, order_id, at, amount, currency, place)
                        JOIN unnest($6::bigint[], $7::text[]) AS known (place, customer_id) USING (place)
                        WHERE EXISTS (
                            SELECT FROM contact
                            WHERE contact.customer_id = known.customer_id AND NOT test
                                AND exposure(decision, variant) IS NOT NULL)
                        ORDER BY known.customer_id, reversal.order_id, reversal.message
                        ON CONFLICT DO NOTHING""")
                .execute(Tuple.tuple(List.of(
                        texts(reversals, OrderReversal::messageId),
                        texts(reversals, OrderReversal::orderId),
                        instants(reversals, OrderReversal::at),
                        millionths(reversals, OrderReversal::paidBack),
                        texts(reversals, reversal -> currency(reversal.paidBack())),
                        places(known),
                        texts(known, Known::id))))
                .replaceWithVoid();
    }

    /** An id of the customer of the item at a place, from 1 on. */
    private record Known(long place, String id) {

        static <T> List<Known> of(List<T> items, Function<T, String> customer, Map<String, Set<String>> ids) {
            List<Known> known = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                String own = customer.apply(items.get(i));
                for (String id : ids.getOrDefault(own, Set.of(own))) {
                    known.add(new Known(i + 1L, id));
                }
            }
            return known;
        }
    }

    private static Long[] places(List<Known> known) {
        return known.stream().map(Known::place).toArray(Long[]::new);
    }

    private static <T> @Nullable String[] texts(Collection<T> items, Function<T, @Nullable String> text) {
        return items.stream().map(text).toArray(String[]::new);
    }

    private static <T> OffsetDateTime[] instants(Collection<T> items, Function<T, Instant> instant) {
        return items.stream()
                .map(item -> instant.apply(item).atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }

    private static <T> @Nullable Long[] millionths(Collection<T> items, Function<T, @Nullable Money> money) {
        return items.stream()
                .map(item -> {
                    Money amount = money.apply(item);
                    return amount == null ? null : amount.millionths();
                })
                .toArray(Long[]::new);
    }

    private static @Nullable String currency(@Nullable Money money) {
        return money == null ? null : money.currency();
    }
}
