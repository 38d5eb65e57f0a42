package io.clientele.profile.erasure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.database.Database;
import io.clientele.profile.fold.Stretch;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Erases events that were stored too late for their customer's erasure, though they were received before it: the fold drops
 * them and writes down that it did.
 */
@ApplicationScoped
class Stragglers {

    private static final int MOST = 100;

    private final Database database;
    private final FunnelStore funnel;

    Stragglers(Database database, FunnelStore funnel) {
        this.database = database;
        this.funnel = funnel;
    }

    private record Straggler(Stretch stretch, long erasedAt) {}

    /** Erases those that are known; several instances may be at the same. */
    Uni<Void> erase() {
        return known().chain(known -> Multi.createFrom()
                .iterable(known)
                .onItem()
                .transformToUniAndConcatenate(this::erase)
                .collect()
                .asList()
                .replaceWithVoid());
    }

    private Uni<List<Straggler>> known() {
        return database.onConnection(connection -> connection
                .preparedQuery("SELECT home, since, until, erased_at FROM erasure_straggler LIMIT $1")
                .execute(Tuple.of(MOST))
                .map(rows -> {
                    List<Straggler> stragglers = new ArrayList<>(rows.size());
                    rows.forEach(row -> stragglers.add(new Straggler(
                            new Stretch(row.getString(0), row.getLong(1), row.getLong(2)), row.getLong(3))));
                    return stragglers;
                }));
    }

    private Uni<Void> erase(Straggler straggler) {
        Stretch stretch = straggler.stretch();
        return funnel.erase(List.of(stretch), Instant.ofEpochMilli(straggler.erasedAt()))
                .chain(() -> database.onConnection(connection -> connection
                        .preparedQuery("""
                                DELETE FROM erasure_straggler
                                WHERE home = $1 AND since = $2 AND until = $3 AND erased_at = $4""")
                        .execute(Tuple.of(stretch.home(), stretch.since(), stretch.until(), straggler.erasedAt()))))
                .replaceWithVoid();
    }
}
