package io.clientele.profile.fold;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.clientele.consumer.FeedCursors;
import io.clientele.contract.feed.FeedCursor;
import io.clientele.profile.part.PartVersion;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Counts what came to a home since it was read, with its parts locked: a part that changes faster than its history is
 * read would never be counted otherwise. If somebody else owns some of it now, it is left to be counted anew.
 */
final class CatchUp {

    private final String consumer;
    private final Histories histories;

    CatchUp(String consumer, Histories histories) {
        this.consumer = consumer;
        this.histories = histories;
    }

    /** Stores a home's counts, with those that came since. */
    Uni<Void> run(SqlConnection transaction, HomeRecount recount) {
        FeedCursor end = recount.end();
        if (end == null) {
            return Uni.createFrom().voidItem();
        }
        return PartVersion.lock(transaction, recount.home())
                // After the locks: nothing that these parts do not hold can be before the cursors now.
                .chain(locked -> FeedCursors.load(transaction, consumer)
                        .chain(cursors -> IdentityRows.claims(
                                        transaction, RecountSnapshot.devices(Set.of(recount.home())))
                                .chain(claims -> new HashSet<>(claims).equals(recount.claims())
                                        ? store(transaction, recount, cursors, end, locked)
                                        : Uni.createFrom().voidItem())));
    }

    private Uni<Void> store(
            SqlConnection transaction,
            HomeRecount recount,
            List<FeedCursor> cursors,
            FeedCursor end,
            List<PartVersion> locked) {
        return histories
                .readOn(recount.home(), cursors, end, transaction, recount::countNewer)
                .chain(() -> PartVersion.storeCounts(transaction, recount.counted(locked)))
                .replaceWithVoid();
    }
}
