package io.clientele.profile.part;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.clientele.profile.facts.Ledger;
import io.clientele.profile.identity.PartKey;
import io.clientele.profile.identity.Resettlement.Move;
import io.clientele.profile.trait.Traits;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The table {@code part}. Orders are not loaded with a part, see {@link PartOrders}. */
public final class Parts {

    private static final String MOVE_PARTS = """
            UPDATE part SET since = target, node = owner
            FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::text[]) AS move (home, since, target, owner)
            WHERE part.home = move.home AND part.since = move.since""";

    private static final String MOVE_ORDERS = """
            UPDATE part_order SET since = target
            FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::text[]) AS move (home, since, target, owner)
            WHERE part_order.home = move.home AND part_order.since = move.since""";

    private static final String MOVE_KEYS = """
            UPDATE identity_key SET since = target, node = owner
            FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::text[]) AS move (home, since, target, owner)
            WHERE identity_key.home = move.home AND identity_key.since = move.since""";

    private Parts() {}

    /** All parts of homes. */
    public static Uni<List<Part>> ofHomes(SqlClient client, Collection<String> homes) {
        return load(client, """
                SELECT home, since, node, customer_id, first_at, last_at, ledger, traits, counted_to
                FROM part WHERE home = ANY($1)""", Tuple.of(texts(homes)));
    }

    /** All parts of customers but those that are at hand. */
    public static Uni<List<Part>> ofCustomers(
            SqlClient client, Collection<String> customers, Collection<PartKey> atHand) {
        return load(client, """
                SELECT home, since, node, customer_id, first_at, last_at, ledger, traits, counted_to
                FROM part
                WHERE customer_id = ANY($1)
                    AND NOT EXISTS (
                        SELECT FROM unnest($2::text[], $3::bigint[]) AS hand (home, since)
                        WHERE hand.home = part.home AND hand.since = part.since)""", Tuple.of(texts(customers), homes(atHand), sinces(atHand)));
    }

    /** The customer of each of these homes that there is: of a device the first to claim it, or its own. */
    public static Uni<Map<String, String>> customersOfHomes(SqlClient client, Collection<String> homes) {
        return client.preparedQuery("SELECT home, customer_id FROM part WHERE home = ANY($1) AND since = 0")
                .execute(Tuple.of(texts(homes)))
                .map(rows -> {
                    Map<String, String> customers = new HashMap<>();
                    rows.forEach(row -> customers.put(row.getString(0), row.getString(1)));
                    return customers;
                });
    }

    /** The customer of each of these nodes that there is. */
    public static Uni<Map<String, String>> customersOfNodes(SqlClient client, Collection<String> nodes) {
        if (nodes.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        // A node's own part says it: what a device's part says may be about to change with its owner.
        return client.preparedQuery("SELECT node, customer_id FROM part WHERE home = ANY($1) AND node = home")
                .execute(Tuple.of(texts(nodes)))
                .map(rows -> {
                    Map<String, String> customers = new HashMap<>();
                    rows.forEach(row -> customers.put(row.getString(0), row.getString(1)));
                    return customers;
                });
    }

    /** Writes parts, their orders excepted. */
    public static Uni<Void> write(SqlConnection transaction, Collection<Part> parts) {
        if (parts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Object> columns = List.of(
                texts(parts, part -> part.key().home()),
                numbers(parts, part -> part.key().since()),
                texts(parts, Part::node),
                texts(parts, Part::customer),
                numbers(parts, Part::firstAt),
                numbers(parts, Part::lastAt),
                bytes(parts, part -> part.ledger().toBytes()),
                bytes(parts, part -> part.traits().toBytes()),
                numbers(parts, Part::countedTo));
        return transaction.preparedQuery("""
                        INSERT INTO part (home, since, node, customer_id, first_at, last_at, ledger, traits, counted_to)
                        SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::bigint[],
                            $6::bigint[], $7::bytea[], $8::bytea[], $9::bigint[])
                        ON CONFLICT (home, since) DO UPDATE SET
                            node = excluded.node, customer_id = excluded.customer_id,
                            first_at = excluded.first_at, last_at = excluded.last_at,
                            ledger = excluded.ledger, traits = excluded.traits, counted_to = excluded.counted_to""").execute(Tuple.tuple(columns)).replaceWithVoid();
    }

    /** Gives parts, with their orders and identity keys, to other runs. */
    public static Uni<Void> move(SqlConnection transaction, List<Move> moves) {
        if (moves.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple values = Tuple.of(
                texts(moves, move -> move.part().key().home()),
                numbers(moves, move -> move.part().key().since()),
                numbers(moves, move -> move.to().since()),
                texts(moves, move -> move.to().node()));
        return transaction
                .preparedQuery(MOVE_PARTS)
                .execute(values)
                .chain(() -> transaction.preparedQuery(MOVE_ORDERS).execute(values))
                .chain(() -> transaction.preparedQuery(MOVE_KEYS).execute(values))
                .replaceWithVoid();
    }

    /** Deletes all parts of homes, with their orders and identity keys. */
    public static Uni<Void> delete(SqlConnection transaction, Collection<String> homes) {
        if (homes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple values = Tuple.of(texts(homes));
        return transaction
                .preparedQuery("DELETE FROM part WHERE home = ANY($1)")
                .execute(values)
                .chain(() -> transaction
                        .preparedQuery("DELETE FROM part_order WHERE home = ANY($1)")
                        .execute(values))
                .chain(() -> transaction
                        .preparedQuery("DELETE FROM identity_key WHERE home = ANY($1)")
                        .execute(values))
                .replaceWithVoid();
    }

    private static Uni<List<Part>> load(SqlClient client, String query, Tuple values) {
        return client.preparedQuery(query).execute(values).map(rows -> {
            List<Part> parts = new ArrayList<>(rows.size());
            rows.forEach(row -> parts.add(part(row)));
            return parts;
        });
    }

    static Part part(Row row) {
        return new Part(
                new PartKey(row.getString(0), row.getLong(1)),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getLong(5),
                Ledger.of(row.getBuffer(6).getBytes()),
                Traits.of(row.getBuffer(7).getBytes()),
                row.getLong(8));
    }

    static String[] homes(Collection<PartKey> keys) {
        return texts(keys, PartKey::home);
    }

    static Long[] sinces(Collection<PartKey> keys) {
        return numbers(keys, PartKey::since);
    }

    private static String[] texts(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static <T> String[] texts(Collection<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static <T> Long[] numbers(Collection<T> rows, Function<T, Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }

    private static <T> Buffer[] bytes(Collection<T> rows, Function<T, byte[]> column) {
        return rows.stream().map(column).map(Buffer::buffer).toArray(Buffer[]::new);
    }
}
