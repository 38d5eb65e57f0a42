package io.clientele.profile.part;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.clientele.profile.facts.LedgerOrder;
import io.clientele.profile.identity.PartKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The table {@code part_order}. */
public final class PartOrders {

    private PartOrders() {}

    /** The orders of parts, by part and order id; parts without orders are absent. */
    public static Uni<Map<PartKey, Map<String, LedgerOrder>>> load(SqlClient client, Collection<PartKey> parts) {
        if (parts.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return client.preparedQuery("""
                        SELECT home, since, order_id, data
                        FROM part_order JOIN unnest($1::text[], $2::bigint[]) AS part (home, since) USING (home, since)""")
                .execute(Tuple.of(Parts.homes(parts), Parts.sinces(parts)))
                .map(PartOrders::read);
    }

    /** Adds what the parts' ledgers know of orders to what is stored of the same orders. */
    public static Uni<Void> add(SqlConnection transaction, Collection<Part> parts) {
        List<Entry> added = new ArrayList<>();
        parts.forEach(part ->
                part.ledger().orders().forEach((id, order) -> added.add(new Entry(part.key(), id, order))));
        if (added.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return stored(transaction, added).chain(stored -> {
            List<Entry> sums = added.stream().map(entry -> entry.plus(stored)).toList();
            return write(transaction, sums);
        });
    }

    private record Entry(PartKey part, String orderId, LedgerOrder order) {

        Entry plus(Map<PartKey, Map<String, LedgerOrder>> stored) {
            LedgerOrder before = stored.getOrDefault(part, Map.of()).get(orderId);
            return before == null ? this : new Entry(part, orderId, before.plus(order));
        }
    }

    private static Uni<Map<PartKey, Map<String, LedgerOrder>>> stored(SqlClient client, List<Entry> entries) {
        return client.preparedQuery("""
                        SELECT home, since, order_id, data
                        FROM part_order
                            JOIN unnest($1::text[], $2::bigint[], $3::text[]) AS named (home, since, order_id)
                            USING (home, since, order_id)""").execute(keys(entries)).map(PartOrders::read);
    }

    private static Uni<Void> write(SqlConnection transaction, List<Entry> entries) {
        Buffer[] data = entries.stream()
                .map(entry -> Buffer.buffer(entry.order().toBytes()))
                .toArray(Buffer[]::new);
        return transaction
                .preparedQuery("""
                        INSERT INTO part_order (home, since, order_id, data)
                        SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[], $4::bytea[])
                        ON CONFLICT (home, since, order_id) DO UPDATE SET data = excluded.data""")
                .execute(keys(entries).addValue(data))
                .replaceWithVoid();
    }

    private static Tuple keys(List<Entry> entries) {
        List<PartKey> parts = entries.stream().map(Entry::part).toList();
        String[] ids = entries.stream().map(Entry::orderId).toArray(String[]::new);
        return Tuple.of(Parts.homes(parts), Parts.sinces(parts), ids);
    }

    private static Map<PartKey, Map<String, LedgerOrder>> read(RowSet<Row> rows) {
        Map<PartKey, Map<String, LedgerOrder>> orders = new HashMap<>();
        rows.forEach(row -> orders.computeIfAbsent(new PartKey(row.getString(0), row.getLong(1)), _ -> new HashMap<>())
                .put(row.getString(2), LedgerOrder.of(row.getBuffer(3).getBytes())));
        return orders;
    }
}
