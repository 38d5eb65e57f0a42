package io.clientele.system.crash;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.clientele.profile.facts.Ledger;
import io.clientele.profile.facts.LedgerOrder;
import io.clientele.profile.trait.Traits;
import io.clientele.profile.value.Quintiles;
import io.clientele.profile.value.ValueScale;

/** Reads profile-service's tables past the service. */
record Database(Tables tables) {

    /** The parts of a customer, added up. */
    record Sum(Ledger ledger, Traits traits, Set<String> ids) {}

    /** What stands in a customer's row. */
    record Row(String id, long version, Instant recomputedAt, Set<String> tags, Set<String> segments) {}

    /** A line of the history of memberships. */
    record Change(
            String customer,
            String segment,
            boolean entered,
            @Nullable Long position) {}

    private record Part(
            String key, String customer, @Nullable String id, Ledger ledger, Traits traits) {}

    private record PartOrder(String part, String order, LedgerOrder data) {}

    Map<String, Row> customers() {
        Map<String, Row> customers = new TreeMap<>();
        tables.select(
                        "SELECT id, version, recomputed_at, tags, segments FROM customer",
                        row -> new Row(
                                row.getString(1),
                                row.getLong(2),
                                row.getObject(3, OffsetDateTime.class).toInstant(),
                                texts(row.getArray(4)),
                                texts(row.getArray(5))))
                .forEach(customer -> customers.put(customer.id(), customer));
        return customers;
    }

    /** All parts with their orders, added up by customer. */
    Map<String, Sum> sums() {
        Map<String, Map<String, LedgerOrder>> orders = new HashMap<>();
        tables.select(
                        "SELECT home || ' ' || since, order_id, data FROM part_order",
                        row -> new PartOrder(row.getString(1), row.getString(2), LedgerOrder.of(row.getBytes(3))))
                .forEach(order -> orders.computeIfAbsent(order.part(), _ -> new HashMap<>())
                        .put(order.order(), order.data()));
        Map<String, Sum> sums = new TreeMap<>();
        tables.select(
                        "SELECT home || ' ' || since, customer_id, CASE since WHEN 0 THEN home END, ledger, traits FROM part",
                        row -> new Part(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                Ledger.of(row.getBytes(4)),
                                Traits.of(row.getBytes(5))))
                .forEach(part -> sums.merge(
                        part.customer(),
                        new Sum(
                                part.ledger().withOrders(orders.getOrDefault(part.key(), Map.of())),
                                part.traits(),
                                part.id() == null ? Set.of() : Set.of(part.id())),
                        Database::plus));
        return sums;
    }

    private static Sum plus(Sum one, Sum other) {
        Set<String> ids = new TreeSet<>(one.ids());
        ids.addAll(other.ids());
        return new Sum(one.ledger().plus(other.ledger()), one.traits().plus(other.traits()), ids);
    }

    /** Entries and exits in the order in which they were decided. */
    List<Change> memberships() {
        return tables.select(
                "SELECT customer_id, segment_id, entered, position FROM membership_change ORDER BY number",
                row -> new Change(row.getString(1), row.getString(2), row.getBoolean(3), row.getObject(4, Long.class)));
    }

    ValueScale scale() {
        return tables.select(
                        "SELECT as_of, customers, recency, frequency, monetary, mean_order_value FROM value_scale",
                        row -> new ValueScale(
                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                row.getLong(2),
                                new ValueScale.Cuts(
                                        quintiles(row.getArray(3)),
                                        quintiles(row.getArray(4)),
                                        quintiles(row.getArray(5))),
                                row.getObject(6, Long.class)))
                .getFirst();
    }

    /** The cursors of the feed as text, by shard. */
    List<String> cursors() {
        return tables.cursors();
    }

    /** What is still to be done, by what it is; nothing that is zero. */
    Map<String, Long> unfinished() {
        Map<String, Long> unfinished = new TreeMap<>();
        for (String table : List.of("rekey_task", "index_outbox", "review_request", "feed_poison", "index_refused")) {
            unfinished.put(table, tables.count("SELECT count(*) FROM " + table));
        }
        unfinished.put("unplaced", tables.count("SELECT count(*) FROM membership_change WHERE position IS NULL"));
        unfinished.put(
                "outdated",
                tables.count(
                        "SELECT count(*) FROM customer WHERE definitions_version < (SELECT version FROM definitions_version)"));
        unfinished.put("unmeasured", tables.count("SELECT count(*) FROM customer, value_scale WHERE scale < number"));
        unfinished.put(
                "scale older than customers",
                tables.count(
                        "SELECT count(*) FROM value_scale WHERE as_of < (SELECT max(recomputed_at) FROM customer)"));
        unfinished.put("filling", tables.count("SELECT count(*) FROM customers_index WHERE state <> 'LIVE'"));
        unfinished.values().removeIf(count -> count == 0);
        return unfinished;
    }

    private static Set<String> texts(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }

    private static Quintiles quintiles(Array array) throws SQLException {
        Long[] cuts = (Long[]) array.getArray();
        return new Quintiles(cuts[0], cuts[1], cuts[2], cuts[3]);
    }
}
