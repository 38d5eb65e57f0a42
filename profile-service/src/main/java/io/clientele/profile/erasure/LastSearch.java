package io.clientele.profile.erasure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.database.Database;
import io.clientele.profile.fold.Forgetting;
import io.clientele.profile.fold.Stretch;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Searches every store for what is left of an erased customer, and finishes the erasure if that is nothing. An id that
 * events name again is another customer's, whose rows are not looked at.
 */
@ApplicationScoped
class LastSearch {

    private final Database database;
    private final Forgetting forgetting;
    private final CustomersIndexRows index;
    private final FunnelStore funnel;

    LastSearch(Database database, Forgetting forgetting, CustomersIndexRows index, FunnelStore funnel) {
        this.database = database;
        this.forgetting = forgetting;
        this.index = index;
        this.funnel = funnel;
    }

    /**
     * Searches.
     *
     * @return where something is left; empty if the erasure is finished
     */
    Uni<Set<String>> run(String erasure, Instant receivedUntil) {
        return database.onConnection(connection -> ErasureRequests.homes(connection, erasure))
                .chain(homes -> funnel.count(homes, receivedUntil).chain(events -> {
                    List<String> ids = whole(homes);
                    return database.onConnection(connection -> returned(connection, ids))
                            .map(returned -> without(ids, returned))
                            .chain(index::count)
                            .chain(documents -> database.inTransaction(
                                    transaction -> conclude(transaction, erasure, ids, events, documents)));
                }));
    }

    private Uni<Set<String>> conclude(
            SqlConnection transaction,
            String erasure,
            List<String> ids,
            Map<String, Long> events,
            Map<String, Long> documents) {
        Set<String> left = new TreeSet<>();
        note(left, Eraser.EVENTS, events);
        note(left, Eraser.CUSTOMERS, documents);
        return forgetting
                .holdFolds(transaction)
                .chain(() -> ErasureRequests.lock(transaction, erasure))
                .chain(standing -> standing.isEmpty()
                        ? Uni.createFrom().item(Set.<String>of())
                        : returned(transaction, ids).chain(returned -> {
                            List<String> unknown = without(ids, returned);
                            // What somebody wrote of the customer while it was being erased.
                            return PersonalRows.remove(transaction, unknown)
                                    .chain(() -> PersonalRows.count(transaction, unknown))
                                    .invoke(rows -> note(left, Eraser.POSTGRESQL, rows))
                                    .call(rows -> ErasureRequests.left(transaction, erasure, Eraser.POSTGRESQL, rows))
                                    .chain(() -> ErasureRequests.left(transaction, erasure, Eraser.EVENTS, events))
                                    .chain(() ->
                                            ErasureRequests.left(transaction, erasure, Eraser.CUSTOMERS, documents))
                                    .chain(() -> left.isEmpty()
                                            // Once more for readers, who may have been at work with an id meanwhile.
                                            ? ErasedIds.tell(transaction, unknown)
                                                    .chain(() -> ErasureRequests.finish(
                                                            transaction, erasure, returned.size()))
                                            : Uni.createFrom().voidItem())
                                    .replaceWith(left);
                        }));
    }

    private static void note(Set<String> left, String store, Map<String, Long> counts) {
        counts.forEach((kind, number) -> {
            if (number > 0) {
                left.add(store + "/" + kind);
            }
        });
    }

    private static List<String> whole(List<Stretch> homes) {
        return homes.stream().filter(Stretch::whole).map(Stretch::home).toList();
    }

    private static List<String> without(List<String> ids, Set<String> returned) {
        List<String> unknown = new ArrayList<>(ids);
        unknown.removeAll(returned);
        return unknown;
    }

    /** Which of the ids events have named since: nothing else could have written these tables. */
    private static Uni<Set<String>> returned(SqlConnection connection, List<String> ids) {
        return connection
                .preparedQuery("""
                        SELECT id FROM unnest($1::text[]) AS id
                        WHERE EXISTS (SELECT FROM part WHERE home = id)
                            OR EXISTS (SELECT FROM device_claim WHERE user_id = id)
                            OR EXISTS (SELECT FROM device_claim
                                WHERE id LIKE 'anon:%' AND device = substr(id, length('anon:') + 1))
                            OR EXISTS (SELECT FROM identity_alias WHERE previous_id = id OR user_id = id)""")
                .execute(Tuple.of((Object) ids.toArray(String[]::new)))
                .map(rows -> {
                    Set<String> returned = new TreeSet<>();
                    rows.forEach(row -> returned.add(row.getString(0)));
                    return returned;
                });
    }
}
