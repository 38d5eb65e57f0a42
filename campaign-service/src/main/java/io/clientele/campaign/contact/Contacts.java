package io.clientele.campaign.contact;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.customer.CustomerIds;
import io.clientele.database.Database;
import io.clientele.edge.page.PageRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Reads contacts, and keeps what customers do with their messages. */
@ApplicationScoped
public class Contacts {

    private final Database database;
    private final CustomerIds customers;
    private final Clock clock;

    Contacts(Database database, CustomerIds customers, Clock clock) {
        this.database = database;
        this.customers = customers;
        this.clock = clock;
    }

    /** The contact of this id. */
    public Uni<Optional<Contact>> find(String id) {
        return database.onConnection(connection -> ContactStore.find(connection, id))
                .map(found -> found.map(Contact::of));
    }

    Uni<ContactConnection> ofCustomer(String customer, PageRequest page) {
        return ids(customer)
                .flatMap(ids -> database.onConnection(
                        connection -> ContactStore.ofCustomer(connection, ids, place(page), page.size() + 1)))
                .map(read -> ContactConnection.of(read, page.size(), page.cursor() != null));
    }

    Uni<ContactConnection> ofCampaign(String campaign, PageRequest page) {
        return database.onConnection(
                        connection -> ContactStore.ofCampaign(connection, campaign, place(page), page.size() + 1))
                .map(read -> ContactConnection.of(read, page.size(), page.cursor() != null));
    }

    private static @Nullable ContactPlace place(PageRequest page) {
        String cursor = page.cursor();
        return cursor == null ? null : ContactPlace.read(cursor);
    }

    Uni<List<StoredContact>> inbox(String customer, int most) {
        return ids(customer)
                .flatMap(ids -> database.onConnection(connection -> ContactStore.inbox(connection, ids, most)));
    }

    /** A message of an inbox. */
    Uni<Optional<StoredContact>> message(String id) {
        return database.onConnection(connection -> ContactStore.message(connection, id));
    }

    /** Every id of a customer. */
    Uni<Set<String>> ids(String customer) {
        return customers.of(List.of(customer)).map(known -> known.getOrDefault(customer, Set.of(customer)));
    }

    Uni<StoredContact> read(String id) {
        return change(id, ContactStore::read);
    }

    Uni<StoredContact> dismiss(String id) {
        return change(id, ContactStore::dismiss);
    }

    private interface Change {
        Uni<Void> make(SqlConnection connection, String id, Instant now);
    }

    private Uni<StoredContact> change(String id, Change change) {
        return database.inTransaction(transaction -> change.make(transaction, id, clock.instant())
                        .chain(() -> ContactStore.message(transaction, id)))
                .map(Optional::orElseThrow);
    }
}
