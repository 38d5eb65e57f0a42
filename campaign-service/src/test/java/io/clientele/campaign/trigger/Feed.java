package io.clientele.campaign.trigger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.clientele.consumer.ShardPage;
import io.clientele.contract.event.CustomerId;
import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventBuilder;
import io.clientele.contract.event.EventType;
import io.clientele.contract.event.Times;
import io.clientele.contract.feed.FeedCursor;
import io.clientele.contract.feed.FeedItem;
import io.clientele.contract.feed.ShardPosition;
import io.clientele.database.Database;
import io.vertx.mutiny.sqlclient.Tuple;

import static java.time.Duration.ofSeconds;

/** One shard of a feed, page by page, for tests. */
public final class Feed {

    private static final AtomicInteger SHARDS = new AtomicInteger();
    private static final String CONSUMER = "campaign";

    private final int shard = SHARDS.incrementAndGet();
    private FeedCursor at = cursor(-1);
    private long position = -1;

    /** A shard that begins in this database. */
    public Feed(Database database) {
        database.onConnection(connection -> connection
                        .preparedQuery("INSERT INTO feed_cursor (consumer, shard, cursor) VALUES ($1, $2, $3)")
                        .execute(Tuple.of(CONSUMER, shard, at.value())))
                .await()
                .atMost(ofSeconds(30));
    }

    /** A page with these events. */
    public ShardPage page(List<Event> events) {
        FeedCursor from = at;
        List<FeedItem.Delivered> delivered = new ArrayList<>();
        for (Event event : events) {
            position++;
            delivered.add(new FeedItem.Delivered(position, event));
        }
        at = cursor(position);
        return new ShardPage(from, at, delivered, List.of());
    }

    private FeedCursor cursor(long at) {
        return new ShardPosition("index", shard, "history", at).cursor();
    }

    /** Something that a customer did. */
    public static EventBuilder event(String id, String customer, String name, Instant at) {
        return Event.builder(id, EventType.TRACK, CustomerId.parse(customer), new Times(at, at, null, null), "test")
                .name(name);
    }
}
