package io.clientele.profile.card;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.event.CustomerId;
import io.clientele.profile.identity.IdentityChange;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

/** Reads who is behind customers: two statements, however many customers. */
final class Identities {

    private static final int MOST_ENTRIES = 100;

    private final Map<String, Set<String>> nodes = new HashMap<>();
    private final Map<String, Map<String, CustomerDevice>> devices = new HashMap<>();
    private final Map<String, Map<Long, IdentityEntry>> history = new HashMap<>();

    private Identities() {}

    /** Who is behind customers, by their ids; what is no customer is absent. */
    static Uni<Map<String, CustomerIdentity>> load(SqlClient client, Collection<String> customers) {
        Identities found = new Identities();
        return client.preparedQuery("""
                        SELECT customer_id, home, node, first_at, last_at
                        FROM part WHERE customer_id = ANY($1) ORDER BY customer_id, home, since""")
                .execute(Tuple.of(customers.toArray(String[]::new)))
                .invoke(found::addParts)
                .chain(() -> found.addHistory(client))
                .map(all -> all.identities());
    }

    private void addParts(RowSet<Row> rows) {
        for (Row row : rows) {
            String customer = row.getString(0);
            String home = row.getString(1);
            nodes.computeIfAbsent(customer, _ -> new TreeSet<>()).add(row.getString(2));
            if (home.startsWith(CustomerId.ANONYMOUS)) {
                CustomerDevice device = new CustomerDevice(
                        home.substring(CustomerId.ANONYMOUS.length()),
                        Instant.ofEpochMilli(row.getLong(3)),
                        Instant.ofEpochMilli(row.getLong(4)));
                devices.computeIfAbsent(customer, _ -> new LinkedHashMap<>())
                        .merge(device.id(), device, Identities::both);
            }
        }
    }

    /** Of a device that was the customer's more than once: since the first time, until the last. */
    private static CustomerDevice both(CustomerDevice a, CustomerDevice b) {
        return new CustomerDevice(
                a.id(),
                a.firstSeen().isBefore(b.firstSeen()) ? a.firstSeen() : b.firstSeen(),
                a.lastSeen().isAfter(b.lastSeen()) ? a.lastSeen() : b.lastSeen());
    }

    private Uni<Identities> addHistory(SqlClient client) {
        List<String> customers = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        nodes.forEach((customer, ofCustomer) -> ofCustomer.forEach(node -> {
            customers.add(customer);
            ids.add(node);
        }));
        return client.preparedQuery("""
                        SELECT asked.customer, line.id, kind, from_id, into_id, message_id, at, source, recorded_at
                        FROM unnest($1::text[], $2::text[]) AS asked (customer, id)
                            CROSS JOIN LATERAL (
                                SELECT * FROM identity_history
                                WHERE from_id = asked.id OR into_id = asked.id
                                ORDER BY identity_history.id DESC LIMIT $3) AS line
                        ORDER BY line.id DESC""")
                .execute(Tuple.of(customers.toArray(String[]::new), ids.toArray(String[]::new), MOST_ENTRIES))
                .map(rows -> {
                    // A line that two of a customer's ids had a part in is found by both.
                    rows.forEach(row -> history.computeIfAbsent(row.getString(0), _ -> new LinkedHashMap<>())
                            .put(row.getLong(1), entry(row)));
                    return this;
                });
    }

    private static IdentityEntry entry(Row row) {
        return new IdentityEntry(
                IdentityChange.Kind.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Instant.ofEpochMilli(row.getLong(6)),
                row.getString(7),
                row.getOffsetDateTime(8).toInstant());
    }

    private Map<String, CustomerIdentity> identities() {
        Map<String, CustomerIdentity> identities = new HashMap<>();
        nodes.forEach((customer, ofCustomer) -> identities.put(
                customer,
                new CustomerIdentity(
                        List.copyOf(ofCustomer), values(devices.get(customer)), values(history.get(customer)))));
        return identities;
    }

    private static <T> List<T> values(@Nullable Map<?, T> map) {
        return map == null ? List.of() : List.copyOf(map.values());
    }
}
