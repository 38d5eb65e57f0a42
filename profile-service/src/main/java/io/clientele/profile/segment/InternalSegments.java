package io.clientele.profile.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.database.Database;
import io.clientele.edge.rest.HttpRefusal;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Answers other services' questions about segments from PostgreSQL. */
@ApplicationScoped
class InternalSegments {

    private final Database database;
    private final DefinitionsCache definitions;

    InternalSegments(Database database, DefinitionsCache definitions) {
        this.database = database;
        this.definitions = definitions;
    }

    /**
     * A segment with how many members it has.
     *
     * @param settled whether every customer was evaluated with the definitions as they stand, and nothing that the
     *     segment asks for is still being counted
     */
    record Sized(SegmentDefinition segment, long size, boolean settled) {}

    /** The segments that there are of these, by id. */
    Uni<List<Sized>> sized(List<String> ids) {
        return database.onConnection(connection -> definitions
                .current(connection)
                .flatMap(current -> StoredMembers.outdated(connection, current.version())
                        .flatMap(outdated -> sized(connection, ids, current, outdated))));
    }

    private static Uni<List<Sized>> sized(
            SqlConnection connection, List<String> ids, Definitions current, boolean outdated) {
        return SegmentStore.find(connection, ids)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : StoredMembers.sizes(
                                        connection,
                                        found.stream()
                                                .map(SegmentDefinition::id)
                                                .toList())
                                .map(sizes -> sized(found, sizes, current, outdated)));
    }

    private static List<Sized> sized(
            List<SegmentDefinition> found, Map<String, Long> sizes, Definitions current, boolean outdated) {
        List<Sized> sized = new ArrayList<>();
        for (SegmentDefinition segment : found) {
            boolean settled = !outdated && current.waitingFor(segment.id()).isEmpty();
            sized.add(new Sized(segment, sizes.getOrDefault(segment.id(), 0L), settled));
        }
        sized.sort((a, b) -> a.segment().id().compareTo(b.segment().id()));
        return sized;
    }

    /** The next members' ids of a segment in ascending order; fails with 404 {@code UNKNOWN_SEGMENT}. */
    Uni<List<String>> members(String segment, String after, int limit) {
        return database.onConnection(connection -> SegmentStore.find(connection, segment)
                .map(found -> found.orElseThrow(
                        () -> new HttpRefusal(404, "UNKNOWN_SEGMENT", "id", "No segment has this id.")))
                .flatMap(found -> StoredMembers.after(connection, segment, after, limit)));
    }
}
