package io.clientele.profile.contact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.CustomerId;
import io.clientele.database.Database;
import io.clientele.profile.card.Customer;
import io.clientele.profile.card.CustomerReading;
import io.clientele.profile.customer.Customers;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Reads the cards of many customers in a few statements. */
@ApplicationScoped
class ContactCards {

    private final Database database;
    private final CustomerReading reading;
    private final Customers customers;

    ContactCards(Database database, CustomerReading reading, Customers customers) {
        this.database = database;
        this.reading = reading;
        this.customers = customers;
    }

    /** The cards of the customers that ids lead to, in the order of the ids; ids of nobody are passed over. */
    Uni<List<ObjectNode>> load(List<String> anyIds) {
        // One snapshot: a customer that is merged away between two statements would be in none of them.
        return database.inTransaction(transaction -> transaction
                .query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
                .execute()
                .chain(() -> cards(transaction, anyIds)));
    }

    private Uni<List<ObjectNode>> cards(SqlConnection transaction, List<String> anyIds) {
        return reading.find(transaction, anyIds).chain(found -> {
            Map<String, String> ids = new HashMap<>();
            for (int i = 0; i < anyIds.size(); i++) {
                Customer customer = found.get(i);
                if (customer != null) {
                    ids.put(anyIds.get(i), customer.id());
                }
            }
            return cards(transaction, anyIds, ids);
        });
    }

    private Uni<List<ObjectNode>> cards(SqlConnection transaction, List<String> anyIds, Map<String, String> ids) {
        Set<String> distinct = new TreeSet<>(ids.values());
        return silentDevices(transaction, distinct)
                .chain(silent -> customers.load(transaction, distinct).map(loaded -> {
                    Map<String, ObjectNode> byId = new HashMap<>();
                    loaded.forEach(customer -> byId.put(
                            customer.id(), ContactCard.of(customer, silent.getOrDefault(customer.id(), Set.of()))));
                    return inOrder(anyIds, ids, byId);
                }));
    }

    private static List<ObjectNode> inOrder(
            List<String> anyIds, Map<String, String> ids, Map<String, ObjectNode> byId) {
        List<ObjectNode> cards = new ArrayList<>(anyIds.size());
        for (String asked : anyIds) {
            String id = ids.get(asked);
            ObjectNode card = id == null ? null : byId.get(id);
            if (card != null) {
                cards.add(ContactCard.asked(asked, card));
            }
        }
        return cards;
    }

    /** By customer the ids of devices that never sent an event of their own and that it was the last to claim. */
    private static Uni<Map<String, Set<String>>> silentDevices(SqlConnection transaction, Set<String> customers) {
        return transaction
                .preparedQuery("""
                        SELECT part.customer_id, claim.device
                        FROM part JOIN device_claim AS claim ON claim.user_id = part.home
                        WHERE part.customer_id = ANY($1) AND part.since = 0
                            AND NOT EXISTS (
                                SELECT FROM part AS own WHERE own.home = $2 || claim.device AND own.since = 0)
                            AND NOT EXISTS (
                                SELECT FROM device_claim AS later
                                    JOIN part AS theirs ON theirs.home = later.user_id AND theirs.since = 0
                                WHERE later.device = claim.device
                                    AND (later.at, later.message_id) > (claim.at, claim.message_id))""")
                .execute(Tuple.of(customers.toArray(String[]::new), CustomerId.ANONYMOUS))
                .map(rows -> {
                    Map<String, Set<String>> devices = new HashMap<>();
                    rows.forEach(row -> devices.computeIfAbsent(row.getString(0), _ -> new TreeSet<>())
                            .add(CustomerId.ANONYMOUS + row.getString(1)));
                    return devices;
                });
    }
}
