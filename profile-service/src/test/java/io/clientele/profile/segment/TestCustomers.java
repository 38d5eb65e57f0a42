package io.clientele.profile.segment;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.CustomerId;
import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventBuilder;
import io.clientele.contract.event.EventType;
import io.clientele.contract.event.FreeFields;
import io.clientele.contract.event.Times;
import io.clientele.database.Database;
import io.clientele.profile.customer.Customers;
import io.clientele.profile.facts.CounterSet;
import io.clientele.profile.identity.PartKey;
import io.clientele.profile.part.Part;
import io.clientele.profile.part.PartOrders;
import io.clientele.profile.part.Parts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Customers as the fold would store them, made of a few events each. */
@ApplicationScoped
public class TestCustomers {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Database database;
    private final Customers customers;

    TestCustomers(Database database, Customers customers) {
        this.database = database;
        this.customers = customers;
    }

    /** A customer with a trait {@code plan} who did something so often today and, once each, so many days ago. */
    public void put(String id, String plan, String event, int today, int... daysAgo) {
        List<Event> events = new ArrayList<>();
        ObjectNode traits = JsonNodeFactory.instance.objectNode().put("plan", plan);
        Instant now = Instant.now();
        events.add(event(id, EventType.IDENTIFY, now, events.size())
                .traits(FreeFields.of("traits", traits))
                .build());
        for (int i = 0; i < today; i++) {
            events.add(
                    event(id, EventType.TRACK, now, events.size()).name(event).build());
        }
        for (int ago : daysAgo) {
            events.add(event(id, EventType.TRACK, now.minus(Duration.ofDays(ago)), events.size())
                    .name(event)
                    .build());
        }
        put(id, events);
    }

    /** A customer of these events and of no others. */
    public void put(String id, List<Event> events) {
        Part part =
                Part.empty(new PartKey(id, 0), id, id, CounterSet.NONE).plus(events, ZoneId.of("UTC"), CounterSet.NONE);
        change(transaction -> Parts.write(transaction, List.of(part))
                .chain(() -> PartOrders.add(transaction, List.of(part)))
                .chain(() -> customers.recompute(transaction, Set.of(id), Map.of(), Map.of())));
    }

    /** Recomputes a customer as an event would have it done. */
    public void recompute(String id) {
        change(transaction -> customers.recompute(transaction, Set.of(id), Map.of(), Map.of()));
    }

    /** Merges a customer into another one, as the fold would. */
    public void merge(String from, String into) {
        change(transaction -> transaction
                .query("UPDATE part SET customer_id = '" + into + "' WHERE customer_id = '" + from + "'")
                .execute()
                .chain(() -> customers.recompute(transaction, Set.of(into), Map.of(), Map.of(from, into))));
    }

    /** Removes every trace of earlier tests. */
    public void clear() {
        change(transaction -> transaction.query("""
                        INSERT INTO index_outbox (customer_id, removed_version)
                            SELECT id, nextval('customer_version') FROM customer;
                        UPDATE definitions_version SET version = version + 1;
                        TRUNCATE customer, part, part_order, customer_tag, customer_tag_change, segment_listed,
                            segment_version, segment, tag, mutation_key, membership_change, review_request,
                            index_refused CASCADE;
                        UPDATE membership_stream SET position = 0""").execute().replaceWithVoid());
    }

    /** Statements, one after the other. */
    public void run(String statements) {
        change(transaction -> transaction.query(statements).execute().replaceWithVoid());
    }

    /** One number out of a query. */
    public long number(String query) {
        return database.onConnection(connection -> connection
                        .query(query)
                        .execute()
                        .map(rows -> rows.iterator().next().getLong(0)))
                .await()
                .atMost(PATIENCE);
    }

    /** Changes the database in a transaction. */
    public void change(Function<SqlConnection, Uni<Void>> change) {
        database.inTransaction(change).await().atMost(PATIENCE);
    }

    private static EventBuilder event(String id, EventType type, Instant at, int number) {
        return Event.builder(id + "-" + number, type, CustomerId.parse(id), new Times(at, at, null, null), "test");
    }
}
