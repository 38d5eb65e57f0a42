package io.clientele.profile.fold;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.consumer.FeedCursors;
import io.clientele.consumer.ShardPage;
import io.clientele.contract.event.Event;
import io.clientele.contract.feed.FeedClient;
import io.clientele.contract.feed.FeedCursor;
import io.clientele.contract.feed.HistoryRequest;
import io.clientele.profile.trait.Traits;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;

/** Reads again what was folded of a home. */
@ApplicationScoped
class Histories {

    private final FeedClient client;
    private final FoldConfig config;

    Histories(FeedClient client, FoldConfig config) {
        this.client = client;
        this.config = config;
    }

    /**
     * Reads a home's events page by page, those that can be folded, were not set aside and are not erased.
     *
     * @param read the cursors up to which the feed was folded
     * @param page gets the events of each page
     * @return how far the home's shard was read
     */
    Uni<FeedCursor> read(String home, List<FeedCursor> read, SqlClient database, Consumer<List<Event>> page) {
        return next(HistoryRequest.of(home, read), database, page);
    }

    /** Reads on likewise, from where a former reading ended. */
    Uni<FeedCursor> readOn(
            String home, List<FeedCursor> read, FeedCursor after, SqlClient database, Consumer<List<Event>> page) {
        HistoryRequest first = HistoryRequest.of(home, read);
        return next(new HistoryRequest(home, read, Optional.of(after), first.limit()), database, page);
    }

    private Uni<FeedCursor> next(HistoryRequest request, SqlClient database, Consumer<List<Event>> page) {
        return Uni.createFrom()
                .completionStage(() -> client.history(request))
                .chain(read -> FeedCursors.withoutSetAside(
                                database,
                                config.consumer(),
                                ShardPage.of(read.cursor(), read, event -> Traits.check(event.traits())))
                        .chain(events -> Erasures.without(database, events))
                        .invoke(page)
                        .chain(() -> read.behind() == 0
                                ? Uni.createFrom().item(read.cursor())
                                : next(request.after(read), database, page)));
    }
}
