package io.clientele.profile.card;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.event.CustomerId;
import io.clientele.database.Database;
import io.clientele.profile.customer.Customers;
import io.clientele.profile.customer.LoadedCustomer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Finds and reads customers, all those that the fields of one request ask for at a time at once. Every failure of the
 * database is a {@link io.clientele.database.DatabaseFailure}.
 */
@ApplicationScoped
public class CustomerReading {

    private final Customers customers;
    private final Gathering<String> found;
    private final Gathering<LoadedCustomer> loaded;
    private final Gathering<CustomerIdentity> identities;

    CustomerReading(Database database, Customers customers) {
        this.customers = customers;
        this.found = new Gathering<>("found", ids -> database.onConnection(connection -> leading(connection, ids)));
        this.loaded = new Gathering<>(
                "loaded",
                ids -> database.onConnection(connection -> customers.load(connection, ids))
                        .map(all -> all.stream().collect(Collectors.toMap(LoadedCustomer::id, Function.identity()))));
        this.identities = new Gathering<>(
                "identities", ids -> database.onConnection(connection -> Identities.load(connection, ids)));
    }

    /**
     * The customer that an id leads to: a user id, one that was merged away, an anonymous id with {@code anon:} before it or
     * without; empty if nobody is known by it.
     */
    public Uni<Optional<Customer>> find(String anyId) {
        return find(List.of(anyId)).map(all -> Optional.ofNullable(all.getFirst()));
    }

    /** Likewise, within a transaction. */
    public Uni<Optional<Customer>> find(SqlClient client, String anyId) {
        return find(client, List.of(anyId)).map(all -> Optional.ofNullable(all.getFirst()));
    }

    /** The customers that ids lead to, in their order and number, null where there is none. */
    public Uni<List<@Nullable Customer>> find(List<String> anyIds) {
        return found.of(withDevices(anyIds)).map(ids -> inOrder(ids, anyIds));
    }

    /** Likewise, within a transaction. */
    public Uni<List<@Nullable Customer>> find(SqlClient client, List<String> anyIds) {
        return leading(client, withDevices(anyIds)).map(ids -> inOrder(ids, anyIds));
    }

    private static Set<String> withDevices(List<String> anyIds) {
        Set<String> asked = new LinkedHashSet<>(anyIds);
        anyIds.stream().map(CustomerReading::device).forEach(asked::add);
        return asked;
    }

    private static List<@Nullable Customer> inOrder(Map<String, String> ids, List<String> anyIds) {
        List<@Nullable Customer> customers = new ArrayList<>(anyIds.size());
        anyIds.forEach(id -> customers.add(customer(ids, id)));
        return customers;
    }

    /**
     * A customer as it stands, its portrait drawn now.
     *
     * @return fails with {@code CUSTOMER_GONE} if it was erased since it was found
     */
    public Uni<LoadedCustomer> load(Customer customer) {
        return read(loaded, customer);
    }

    Uni<CustomerIdentity> identity(Customer customer) {
        return read(identities, customer);
    }

    /** By its id, or by where that leads by now: it may have been merged since it was found. */
    private <T> Uni<T> read(Gathering<T> reader, Customer customer) {
        return reader.of(customer.id())
                .chain(present -> present.map(it -> Uni.createFrom().item(it))
                        .orElseGet(() -> find(customer.id())
                                .chain(merged -> merged.map(into -> reader.of(into.id()))
                                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())))
                                .map(last -> last.orElseThrow(() -> new CardFailure.Gone("id").exception()))));
    }

    private Uni<Map<String, String>> leading(SqlClient client, Collection<String> ids) {
        return customers.find(client, ids).chain(byEvents -> claimed(client, ids, byEvents));
    }

    /** With those that are known by claims alone: a device that never sent an event of its own, a user id that was given up. */
    private static Uni<Map<String, String>> claimed(
            SqlClient client, Collection<String> ids, Map<String, String> byEvents) {
        String[] devices = ids.stream()
                .filter(id -> id.startsWith(CustomerId.ANONYMOUS) && !byEvents.containsKey(id))
                .map(id -> id.substring(CustomerId.ANONYMOUS.length()))
                .toArray(String[]::new);
        if (devices.length == 0) {
            return Uni.createFrom().item(byEvents);
        }
        return client.preparedQuery("""
                        SELECT DISTINCT ON (claim.device) claim.device, part.customer_id
                        FROM device_claim AS claim JOIN part ON part.home = claim.user_id AND part.since = 0
                        WHERE claim.device = ANY($1)
                        ORDER BY claim.device, claim.at DESC, claim.message_id DESC""").execute(Tuple.of(devices)).map(rows -> {
            Map<String, String> all = new HashMap<>(byEvents);
            rows.forEach(row -> all.put(CustomerId.ANONYMOUS + row.getString(0), row.getString(1)));
            return all;
        });
    }

    private static @Nullable Customer customer(Map<String, String> ids, String asked) {
        String own = ids.get(asked);
        String id = own == null ? ids.get(device(asked)) : own;
        return id == null ? null : new Customer(id);
    }

    private static String device(String id) {
        return id.startsWith(CustomerId.ANONYMOUS) ? id : CustomerId.ANONYMOUS + id;
    }
}
