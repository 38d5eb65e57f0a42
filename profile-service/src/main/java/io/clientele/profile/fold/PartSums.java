package io.clientele.profile.fold;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.clientele.contract.event.Event;
import io.clientele.profile.identity.Ownerships;
import io.clientele.profile.identity.PartKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Sorting events into parts, and parts into customers. */
final class PartSums {

    private PartSums() {}

    /** The events of each part, in their order. */
    static Map<PartKey, List<Event>> byPart(List<Event> events, Ownerships ownerships) {
        Map<PartKey, List<Event>> byPart = new LinkedHashMap<>();
        events.forEach(event -> byPart.computeIfAbsent(ownerships.part(event), _ -> new ArrayList<>())
                .add(event));
        return byPart;
    }

    /** Gives the stored parts of nodes to their customers. */
    static Uni<Void> regroup(SqlConnection transaction, Map<String, String> customers) {
        List<String> nodes = List.copyOf(customers.keySet());
        return transaction
                .preparedQuery("""
                        UPDATE part SET customer_id = target
                        FROM unnest($1::text[], $2::text[]) AS grouped (owner, target)
                        WHERE part.node = grouped.owner AND part.customer_id <> grouped.target""")
                .execute(Tuple.of(
                        nodes.toArray(String[]::new),
                        nodes.stream().map(customers::get).toArray(String[]::new)))
                .replaceWithVoid();
    }
}
