package io.clientele.profile.index;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.profile.counter.Counters;
import io.clientele.profile.customer.Customers;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

/** Customers with everything that can be asked of them. */
@ApplicationScoped
public class StoredCustomers {

    private final Customers customers;
    private final Counters counters;

    StoredCustomers(Customers customers, Counters counters) {
        this.customers = customers;
        this.counters = counters;
    }

    /** Customers by their own ids, in any order; what is no customer is passed over. */
    public Uni<List<StoredCustomer>> load(SqlClient client, Collection<String> ids) {
        return customers
                .load(client, ids)
                .chain(loaded -> counters.active(client)
                        .map(active -> loaded.stream()
                                .map(customer -> new StoredCustomer(
                                        CustomerViews.of(customer, active.set()),
                                        customer.ids(),
                                        customer.version(),
                                        customer.recomputedAt()))
                                .toList()));
    }

    /** The customer that an id leads to, if any. */
    public Uni<Optional<StoredCustomer>> find(SqlClient client, String anyId) {
        return customers
                .find(client, List.of(anyId))
                .flatMap(found -> load(client, found.values()))
                .map(loaded -> loaded.stream().findFirst());
    }

    /** Every id of the customer that an id leads to; none if it leads to none. */
    public Uni<Set<String>> ids(SqlClient client, String anyId) {
        return find(client, anyId).map(found -> found.map(StoredCustomer::ids).orElse(Set.of()));
    }

    /** The next customers' ids in ascending order; from the first on if {@code after} is empty. */
    Uni<List<String>> idsAfter(SqlClient client, String after, int limit) {
        return client.preparedQuery("SELECT id FROM customer WHERE id > $1 ORDER BY id LIMIT $2")
                .execute(Tuple.of(after, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .toList());
    }
}
