package io.clientele.consumer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.clientele.contract.event.Event;
import io.clientele.contract.feed.FeedCursor;
import io.clientele.contract.feed.FeedItem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The tables {@code feed_cursor} and {@code feed_poison}. */
public final class FeedCursors {

    private FeedCursors() {}

    /** The cursors of a consumer, in the order of the shards; none if it never began. */
    public static Uni<List<FeedCursor>> load(SqlClient client, String consumer) {
        return client.preparedQuery("SELECT cursor FROM feed_cursor WHERE consumer = $1 ORDER BY shard")
                .execute(Tuple.of(consumer))
                .map(rows -> {
                    List<FeedCursor> cursors = new ArrayList<>();
                    rows.forEach(row -> cursors.add(new FeedCursor(row.getString(0))));
                    return cursors;
                });
    }

    /** Puts cursors in the place of others, all or none; those of another instance stand if it was faster. */
    public static Uni<Void> replace(
            SqlConnection transaction, String consumer, List<FeedCursor> known, List<FeedCursor> cursors) {
        Integer[] shards = cursors.stream().map(FeedCursor::shard).toArray(Integer[]::new);
        String[] texts = cursors.stream().map(FeedCursor::value).toArray(String[]::new);
        return transaction
                .query("LOCK TABLE feed_cursor IN EXCLUSIVE MODE")
                .execute()
                .chain(() -> load(transaction, consumer))
                .chain(standing -> standing.equals(known)
                        ? transaction
                                .preparedQuery("DELETE FROM feed_cursor WHERE consumer = $1")
                                .execute(Tuple.of(consumer))
                                .chain(() -> transaction.preparedQuery("""
                                                INSERT INTO feed_cursor (consumer, shard, cursor)
                                                SELECT $1, * FROM unnest($2::integer[], $3::text[])""").execute(Tuple.of(consumer, shards, texts)))
                                .replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }

    /**
     * Moves a shard's cursor on.
     *
     * @return fails with {@link CursorMoved} if it is not where the page was read from
     */
    public static Uni<Void> advance(SqlConnection transaction, String consumer, ShardPage page) {
        return transaction
                .preparedQuery("UPDATE feed_cursor SET cursor = $4 WHERE consumer = $1 AND shard = $2 AND cursor = $3")
                .execute(Tuple.of(
                        consumer,
                        page.from().shard(),
                        page.from().value(),
                        page.to().value()))
                .chain(updated -> updated.rowCount() == 1
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(new CursorMoved()));
    }

    public static Uni<Void> setAside(SqlConnection transaction, String consumer, ShardPage page) {
        List<ShardPage.Poison> poison = page.poison();
        if (poison.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery("""
                        INSERT INTO feed_poison (consumer, shard, position, message_id, reason)
                        SELECT $1, $2, * FROM unnest($3::bigint[], $4::text[], $5::text[])
                        ON CONFLICT DO NOTHING""")
                .execute(Tuple.of(
                        consumer,
                        page.from().shard(),
                        poison.stream().map(ShardPage.Poison::position).toArray(Long[]::new),
                        poison.stream().map(ShardPage.Poison::messageId).toArray(String[]::new),
                        poison.stream().map(ShardPage.Poison::reason).toArray(String[]::new)))
                .replaceWithVoid();
    }

    /** What of a home's history was not set aside: what could not be folded once cannot be folded now. */
    public static Uni<List<Event>> withoutSetAside(SqlClient client, String consumer, ShardPage history) {
        List<FeedItem.Delivered> delivered = history.delivered();
        return client.preparedQuery("""
                        SELECT position FROM feed_poison
                            JOIN unnest($2::bigint[], $3::text[]) AS read (position, message_id)
                            USING (position, message_id)
                        WHERE consumer = $1""")
                .execute(Tuple.of(
                        consumer,
                        delivered.stream().map(FeedItem.Delivered::position).toArray(Long[]::new),
                        delivered.stream().map(one -> one.event().messageId()).toArray(String[]::new)))
                .map(rows -> {
                    Set<Long> setAside = new HashSet<>();
                    rows.forEach(row -> setAside.add(row.getLong(0)));
                    return delivered.stream()
                            .filter(one -> !setAside.contains(one.position()))
                            .map(FeedItem.Delivered::event)
                            .toList();
                });
    }
}
