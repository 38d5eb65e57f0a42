package io.clientele.profile.fold;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.clientele.contract.event.Event;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Remembers which homes were erased when. Their events that were received up to then are dropped, wherever they come from:
 * the feed of a fresh consumer, or a page that was on its way.
 */
final class Erasures {

    private Erasures() {}

    /**
     * Writes down that homes are erased.
     *
     * @param homes user ids, and {@code anon:} ids of devices
     * @param at events received up to then are dropped
     */
    static Uni<Void> record(SqlConnection transaction, Collection<String> homes, Instant at) {
        return transaction
                .preparedQuery("""
                        INSERT INTO erasure (node_hash, erased_at) SELECT unnest($1::bytea[]), $2
                        ON CONFLICT (node_hash) DO UPDATE SET
                            erased_at = greatest(erasure.erased_at, excluded.erased_at)""")
                .execute(Tuple.of(hashes(List.copyOf(homes)), at.toEpochMilli()))
                .replaceWithVoid();
    }

    /** The events without those of erased homes that were received up to the erasure. */
    static Uni<List<Event>> without(SqlClient client, List<Event> events) {
        List<String> homes = events.stream()
                .map(event -> event.customer().value())
                .distinct()
                .toList();
        return client.preparedQuery("SELECT node_hash, erased_at FROM erasure WHERE node_hash = ANY($1)")
                .execute(Tuple.of((Object) hashes(homes)))
                .map(rows -> {
                    Map<Buffer, Long> erased = new HashMap<>();
                    rows.forEach(row -> erased.put(row.getBuffer(0).getDelegate(), row.getLong(1)));
                    return erased.isEmpty() ? events : without(events, erased);
                });
    }

    private static List<Event> without(List<Event> events, Map<Buffer, Long> erased) {
        List<Event> kept = new ArrayList<>();
        for (Event event : events) {
            Long at = erased.get(hash(event.customer().value()));
            if (at == null || event.times().receivedAt().toEpochMilli() > at) {
                kept.add(event);
            }
        }
        return kept;
    }

    private static Buffer[] hashes(List<String> homes) {
        return homes.stream().map(Erasures::hash).toArray(Buffer[]::new);
    }

    private static Buffer hash(String home) {
        try {
            return Buffer.buffer(MessageDigest.getInstance("SHA-256").digest(home.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
