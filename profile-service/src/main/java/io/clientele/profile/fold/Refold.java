package io.clientele.profile.fold;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.clientele.consumer.FeedCursors;
import io.clientele.consumer.ShardPage;
import io.clientele.contract.event.Event;
import io.clientele.contract.feed.FeedCursor;
import io.clientele.profile.facts.CounterSet;
import io.clientele.profile.identity.HeldKey;
import io.clientele.profile.identity.IdentityPlan;
import io.clientele.profile.identity.Ownerships;
import io.clientele.profile.identity.PartKey;
import io.clientele.profile.identity.Sign;
import io.clientele.profile.part.Part;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Folds what was folded of a device once more, by other owners: a claim came between events that are summed up in one part,
 * and a sum cannot be taken apart. Its parts are deleted already.
 */
final class Refold {

    private final FoldTools tools;
    private final Ownerships ownerships;
    private final CounterSet counters;
    private final Map<PartKey, Part> parts = new LinkedHashMap<>();
    private final Set<HeldKey> keys = new LinkedHashSet<>();

    Refold(FoldTools tools, Ownerships ownerships, CounterSet counters) {
        this.tools = tools;
        this.ownerships = ownerships;
        this.counters = counters;
    }

    /** Reads the home's events up to where the feed was folded before this page, and writes their identity keys. */
    Uni<Void> run(SqlConnection transaction, String home, ShardPage page) {
        return FeedCursors.load(transaction, tools.consumer())
                .chain(cursors -> run(transaction, home, before(cursors, page)));
    }

    /** Likewise, up to where the feed was folded. */
    Uni<Void> run(SqlConnection transaction, String home) {
        return FeedCursors.load(transaction, tools.consumer()).chain(cursors -> run(transaction, home, cursors));
    }

    private Uni<Void> run(SqlConnection transaction, String home, List<FeedCursor> read) {
        return tools.histories()
                .read(home, read, transaction, this::add)
                .chain(() -> IdentityRows.addKeys(transaction, keys));
    }

    /** The parts that came of it. */
    Map<PartKey, Part> parts() {
        return parts;
    }

    private static List<FeedCursor> before(List<FeedCursor> cursors, ShardPage page) {
        return cursors.stream()
                .map(cursor -> cursor.shard() == page.from().shard() ? page.from() : cursor)
                .toList();
    }

    private void add(List<Event> events) {
        PartSums.byPart(events, ownerships).forEach((key, ofPart) -> {
            String node = ownerships.run(ofPart.getFirst()).node();
            Part part = parts.getOrDefault(key, Part.empty(key, node, node, counters));
            parts.put(key, part.plus(ofPart, tools.zone(), counters));
        });
        for (Sign sign : IdentityPlan.signs(events)) {
            sign.keys().forEach(key -> keys.add(ownerships.held(sign, key)));
        }
    }
}
