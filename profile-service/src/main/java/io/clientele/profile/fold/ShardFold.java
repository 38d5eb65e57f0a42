package io.clientele.profile.fold;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.feed.FeedClient;
import io.clientele.contract.feed.FeedCursor;
import io.clientele.contract.feed.FeedPage;
import io.clientele.contract.feed.FeedReader;
import io.clientele.contract.feed.FeedRequest;
import io.clientele.profile.database.Database;
import io.smallrye.mutiny.Uni;

/** Reads one shard page by page, and has each folded; the next page is fetched meanwhile. Its rounds never overlap. */
final class ShardFold {

    private final int shard;
    private final Database database;
    private final FeedClient client;
    private final Folding folding;
    private final FoldConfig config;
    private final FoldMeters meters;

    private @Nullable FeedReader reader;
    private @Nullable FeedCursor at;

    ShardFold(int shard, Database database, FeedClient client, Folding folding, FoldConfig config, FoldMeters meters) {
        this.shard = shard;
        this.database = database;
        this.client = client;
        this.folding = folding;
        this.config = config;
        this.meters = meters;
    }

    /** Folds the next page; after any failure the next round begins from the stored cursor. */
    Uni<Duration> round() {
        return ready().chain(() -> Uni.createFrom().completionStage(() -> reader().next()))
                .chain(this::fold)
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
        return database.onConnection(connection -> FeedCursors.load(connection, config.consumer()))
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
                client, new FeedRequest(config.consumer(), cursor, Set.of(), config.pageEvents(), config.maxWait()));
    }

    private FeedReader reader() {
        if (reader == null) {
            throw new IllegalStateException("a shard is read before its cursor is known");
        }
        return reader;
    }

    private Uni<Duration> fold(FeedPage page) {
        if (at == null) {
            throw new IllegalStateException("a page came before its cursor was known");
        }
        PageOfShard toFold = PageOfShard.of(at, page);
        if (!toFold.moved()) {
            meters.reached(shard, page.behind());
            return Uni.createFrom().item(Duration.ZERO);
        }
        return folding.fold(toFold)
                .invoke(customers -> {
                    at = page.cursor();
                    meters.folded(toFold, customers);
                    meters.reached(shard, page.behind());
                })
                .replaceWith(Duration.ZERO);
    }
}
