package io.clientele.campaign.index;

import java.util.List;
import java.util.stream.StreamSupport;

import io.clientele.campaign.index.Generation.State;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

/** The table of the indices; all its statements. */
final class Generations {

    private Generations() {}

    static Uni<List<Generation>> all(SqlClient client) {
        return client.preparedQuery(
                        "SELECT generation, state, filled_to, filled FROM contacts_index ORDER BY generation")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Generations::generation)
                        .toList());
    }

    /** Begins the first index, if there is none yet: as filling, since there may be contacts already. */
    static Uni<Void> beginFirst(SqlClient client) {
        return client.preparedQuery("""
                        INSERT INTO contacts_index (generation, state)
                        SELECT 1, 'FILLING' WHERE NOT EXISTS (SELECT FROM contacts_index)
                        ON CONFLICT DO NOTHING""").execute().replaceWithVoid();
    }

    /** Begins another index, unless one is filling; its number is at least the least. */
    static Uni<Void> beginNext(SqlClient client, long least) {
        return client.preparedQuery("""
                        INSERT INTO contacts_index (generation, state)
                        SELECT greatest(coalesce(max(generation), 0) + 1, $1), 'FILLING' FROM contacts_index
                        ON CONFLICT DO NOTHING""").execute(Tuple.of(least)).replaceWithVoid();
    }

    /** Begins to fill an index from the start, since it is lost. */
    static Uni<Void> refill(SqlClient client, Generation filling) {
        return client.preparedQuery("UPDATE contacts_index SET filled_to = '', filled = 0 WHERE generation = $1")
                .execute(Tuple.of(filling.number()))
                .replaceWithVoid();
    }

    static Uni<Void> filled(SqlClient client, Generation filling, String to, int more) {
        return client.preparedQuery(
                        "UPDATE contacts_index SET filled_to = $2, filled = filled + $3 WHERE generation = $1")
                .execute(Tuple.of(filling.number(), to, (long) more))
                .replaceWithVoid();
    }

    /** Makes a filled index the live one. One statement each, the live one first, as the unique index demands. */
    static Uni<Void> live(SqlClient client, Generation filled) {
        return client.preparedQuery("UPDATE contacts_index SET state = 'RETIRED' WHERE state = 'LIVE'")
                .execute()
                .flatMap(retired -> client.preparedQuery(
                                "UPDATE contacts_index SET state = 'LIVE' WHERE generation = $1")
                        .execute(Tuple.of(filled.number())))
                .replaceWithVoid();
    }

    static Uni<Void> forget(SqlClient client, Generation retired) {
        return client.preparedQuery("DELETE FROM contacts_index WHERE generation = $1")
                .execute(Tuple.of(retired.number()))
                .replaceWithVoid();
    }

    private static Generation generation(Row row) {
        return new Generation(row.getLong(0), State.valueOf(row.getString(1)), row.getString(2), row.getLong(3));
    }
}
