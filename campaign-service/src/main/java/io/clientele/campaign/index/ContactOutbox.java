package io.clientele.campaign.index;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

/** The tables of contacts to be written and of those that were refused; all their statements. */
final class ContactOutbox {

    /** A change of a contact. */
    record Change(long number, String contact) {

        /** Each contact once. */
        static Set<String> contacts(List<Change> changes) {
            Set<String> contacts = new LinkedHashSet<>();
            changes.forEach(change -> contacts.add(change.contact));
            return contacts;
        }
    }

    record Counts(long pending, long refused) {}

    private ContactOutbox() {}

    /** The oldest changes; nobody else takes them while this instance leads. */
    static Uni<List<Change>> oldest(SqlClient client, int limit) {
        return client.preparedQuery("SELECT number, contact_id FROM contact_outbox ORDER BY number LIMIT $1")
                .execute(Tuple.of(limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Change(row.getLong(0), row.getString(1)))
                        .toList());
    }

    /** These are written. */
    static Uni<Void> delete(SqlClient client, List<Change> written) {
        Long[] numbers = written.stream().map(Change::number).toArray(Long[]::new);
        return client.preparedQuery("DELETE FROM contact_outbox WHERE number = ANY($1)")
                .execute(Tuple.of(numbers))
                .replaceWithVoid();
    }

    static Uni<Counts> counts(SqlClient client) {
        return client.preparedQuery(
                        "SELECT (SELECT count(*) FROM contact_outbox), (SELECT count(*) FROM contact_refused)")
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> new Counts(row.getLong(0), row.getLong(1)));
    }

    /** Keeps which contacts Elasticsearch refused, and forgets those that it took now. */
    static Uni<Void> refused(SqlClient client, Set<String> tried, Map<String, String> refused) {
        List<String> ids = List.copyOf(refused.keySet());
        return client.preparedQuery("DELETE FROM contact_refused WHERE contact_id = ANY($1)")
                .execute(Tuple.of(tried.toArray(String[]::new)))
                .flatMap(forgotten -> ids.isEmpty()
                        ? Uni.createFrom().nullItem()
                        : client.preparedQuery("""
                                        INSERT INTO contact_refused (contact_id, reason)
                                        SELECT * FROM unnest($1::text[], $2::text[])""")
                                .execute(Tuple.of(
                                        ids.toArray(String[]::new),
                                        ids.stream().map(refused::get).toArray(String[]::new))))
                .replaceWithVoid();
    }
}
