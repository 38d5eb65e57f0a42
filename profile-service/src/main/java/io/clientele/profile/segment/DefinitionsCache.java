package io.clientele.profile.segment;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.clientele.profile.counter.Counters;
import io.clientele.profile.definition.DefinitionsVersion;
import io.clientele.profile.tag.TagStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;

/** The definitions as last read; read again when their version has risen. */
@ApplicationScoped
class DefinitionsCache {

    private final Counters counters;
    private volatile @Nullable Definitions last;

    DefinitionsCache(Counters counters) {
        this.counters = counters;
    }

    /** The definitions that are committed now. */
    Uni<Definitions> current(SqlClient client) {
        // The version first: definitions that are newer than their number are only evaluated once more.
        return DefinitionsVersion.current(client).flatMap(version -> {
            Definitions known = last;
            return known != null && known.version() == version
                    ? Uni.createFrom().item(known)
                    : read(client, version);
        });
    }

    private Uni<Definitions> read(SqlClient client, long version) {
        return TagStore.all(client)
                .flatMap(tags -> SegmentStore.all(client)
                        .flatMap(segments -> counters.active(client)
                                .map(active -> new Definitions(version, tags, segments, active))))
                .invoke(definitions -> last = definitions);
    }
}
