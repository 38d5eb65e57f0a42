package io.clientele.profile.segment;

import java.util.Collection;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The tables of customers that are being gathered; all their statements. */
final class DropOffStore {

    private DropOffStore() {}

    /** Begins a gathering, and deletes those that were given up. */
    static Uni<Void> begin(SqlConnection transaction, UUID gathering) {
        return transaction
                .query("DELETE FROM drop_off_gathering WHERE begun_at < now() - interval '1 hour'")
                .execute()
                .chain(() -> transaction
                        .preparedQuery("INSERT INTO drop_off_gathering (id) VALUES ($1)")
                        .execute(Tuple.of(gathering)))
                .replaceWithVoid();
    }

    /** Adds customers; those that are there already stay. */
    static Uni<Void> add(SqlClient client, UUID gathering, Collection<String> customers) {
        return client.preparedQuery("""
                        INSERT INTO drop_off_customer (gathering, customer_id) SELECT $1, unnest($2::text[])
                        ON CONFLICT DO NOTHING""")
                .execute(Tuple.of(gathering, customers.toArray(String[]::new)))
                .replaceWithVoid();
    }

    /**
     * Lists all that were gathered in a segment, but those who were erased meanwhile and did not come back; says how many.
     * No erasure may be under way.
     */
    static Uni<Integer> list(SqlConnection transaction, UUID gathering, String segment, String who) {
        return transaction
                .preparedQuery("""
                        INSERT INTO segment_listed (customer_id, segment_id, listed_by)
                        SELECT customer_id, $2, $3 FROM drop_off_customer AS gathered
                        WHERE gathering = $1
                            AND (NOT EXISTS (
                                    SELECT FROM erasure
                                    WHERE node_hash = sha256(convert_to(gathered.customer_id, 'UTF8')))
                                OR EXISTS (SELECT FROM part WHERE part.home = gathered.customer_id))""")
                .execute(Tuple.of(gathering, segment, who))
                .map(rows -> rows.rowCount());
    }

    /** Has everybody evaluated again who is listed in a segment. */
    static Uni<Void> review(SqlConnection transaction, String segment) {
        return transaction.preparedQuery("""
                        INSERT INTO review_request (customer_id)
                        SELECT customer_id FROM segment_listed WHERE segment_id = $1""").execute(Tuple.of(segment)).replaceWithVoid();
    }

    static Uni<Void> end(SqlClient client, UUID gathering) {
        return client.preparedQuery("DELETE FROM drop_off_gathering WHERE id = $1")
                .execute(Tuple.of(gathering))
                .replaceWithVoid();
    }
}
