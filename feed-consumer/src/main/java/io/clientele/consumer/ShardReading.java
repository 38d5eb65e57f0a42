package io.clientele.consumer;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.feed.FeedClient;
import io.clientele.contract.feed.FeedCursor;
import io.clientele.contract.feed.FeedPage;
import io.clientele.contract.feed.FeedReader;
import io.clientele.contract.feed.FeedRequest;
import io.clientele.contract.feed.ShardPosition;
import io.clientele.database.Database;
import io.smallrye.mutiny.Uni;

/** Reads one shard page by page, and has each worked on; the next page is fetched meanwhile. Its rounds never overlap. */
public final class ShardReading {

    private final int shard;
    private final Database database;
    private final FeedClient client;
    private final PageByPage pages;
    private final ConsumerSettings settings;
    private final FeedProgress progress;

    private final Course course = new Course();

    private @Nullable FeedReader reader;
    private @Nullable FeedCursor at;

    /** Reads a shard that this instance holds. */
    public ShardReading(
            int shard,
            Database database,
            FeedClient client,
            PageByPage pages,
            ConsumerSettings settings,
            FeedProgress progress) {
        this.shard = shard;
        this.database = database;
        this.client = client;
        this.pages = pages;
        this.settings = settings;
        this.progress = progress;
    }

    /** Works on the next page; after any failure the next round begins from the stored cursor. */
    public Uni<Duration> round() {
        return ready().chain(() -> Uni.createFrom().completionStage(() -> reader().next()))
                .chain(this::work)
                .onFailure()
                .invoke(() -> reader = null)
                .onCancellation()
                .invoke(() -> reader = null)
                // Nothing went wrong: another instance has the shard, or had it a moment ago.
                .onFailure(CursorMoved.class)
                .recoverWithItem(Duration.ZERO);
    }

    private Uni<Void> ready() {
        if (reader != null) {
            return Uni.createFrom().voidItem();
        }
        return database.onConnection(connection -> FeedCursors.load(connection, settings.consumer()))
                .invoke(this::begin)
                .replaceWithVoid();
    }

    private void begin(List<FeedCursor> cursors) {
        FeedCursor cursor = cursors.stream()
                .filter(one -> one.shard() == shard)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("shard " + shard + " has no cursor"));
        at = cursor;
        reader = new FeedReader(
                client,
                new FeedRequest(
                        settings.consumer(), cursor, settings.events(), settings.pageEvents(), settings.maxWait()));
    }

    private FeedReader reader() {
        if (reader == null) {
            throw new IllegalStateException("a shard is read before its cursor is known");
        }
        return reader;
    }

    private Uni<Duration> work(FeedPage page) {
        if (at == null) {
            throw new IllegalStateException("a page came before its cursor was known");
        }
        ShardPage next = pages.page(at, page);
        if (!next.moved()) {
            reached(page);
            return Uni.createFrom().item(Duration.ZERO);
        }
        return pages.work(next)
                .invoke(customers -> {
                    at = page.cursor();
                    progress.done(next, customers);
                    reached(page);
                })
                .replaceWith(Duration.ZERO);
    }

    private void reached(FeedPage page) {
        progress.reached(shard, page.behind());
        course.worked(ShardPosition.of(page.cursor()).position(), page.behind(), reader().asked())
                .ifPresent(at -> progress.level(shard, at));
    }
}
