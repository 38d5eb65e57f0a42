package io.clientele.index;

import java.util.List;
import java.util.stream.StreamSupport;

import io.clientele.index.Generation.State;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.PreparedQuery;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

/** The table of the indices; all its statements, in which its name stands for {@code %1$s}. */
final class Generations {

    private final String table;

    Generations(IndexTables tables) {
        this.table = tables.indices();
    }

    Uni<List<Generation>> all(SqlClient client) {
        return statement(client, "SELECT generation, state, filled_to, filled FROM %1$s ORDER BY generation")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Generations::generation)
                        .toList());
    }

    /** Begins the first index, if there is none yet: as filling, since there may be rows already. */
    Uni<Void> beginFirst(SqlClient client) {
        return statement(client, """
                        INSERT INTO %1$s (generation, state)
                        SELECT 1, 'FILLING' WHERE NOT EXISTS (SELECT FROM %1$s)
                        ON CONFLICT DO NOTHING""").execute().replaceWithVoid();
    }

    /** Begins another index, unless one is filling; its number is at least the least. */
    Uni<Void> beginNext(SqlClient client, long least) {
        return statement(client, """
                        INSERT INTO %1$s (generation, state)
                        SELECT greatest(coalesce(max(generation), 0) + 1, $1), 'FILLING' FROM %1$s
                        ON CONFLICT DO NOTHING""").execute(Tuple.of(least)).replaceWithVoid();
    }

    /** Begins to fill an index from the start, since it is lost. */
    Uni<Void> refill(SqlClient client, Generation filling) {
        return statement(client, "UPDATE %1$s SET filled_to = '', filled = 0 WHERE generation = $1")
                .execute(Tuple.of(filling.number()))
                .replaceWithVoid();
    }

    Uni<Void> filled(SqlClient client, Generation filling, String to, int more) {
        return statement(client, "UPDATE %1$s SET filled_to = $2, filled = filled + $3 WHERE generation = $1")
                .execute(Tuple.of(filling.number(), to, (long) more))
                .replaceWithVoid();
    }

    /** Makes a filled index the live one. One statement each, the live one first, as the unique index demands. */
    Uni<Void> live(SqlClient client, Generation filled) {
        return statement(client, "UPDATE %1$s SET state = 'RETIRED' WHERE state = 'LIVE'")
                .execute()
                .flatMap(retired -> statement(client, "UPDATE %1$s SET state = 'LIVE' WHERE generation = $1")
                        .execute(Tuple.of(filled.number())))
                .replaceWithVoid();
    }

    Uni<Void> forget(SqlClient client, Generation retired) {
        return statement(client, "DELETE FROM %1$s WHERE generation = $1")
                .execute(Tuple.of(retired.number()))
                .replaceWithVoid();
    }

    private PreparedQuery<RowSet<Row>> statement(SqlClient client, String text) {
        return client.preparedQuery(text.formatted(table));
    }

    private static Generation generation(Row row) {
        return new Generation(row.getLong(0), State.valueOf(row.getString(1)), row.getString(2), row.getLong(3));
    }
}
