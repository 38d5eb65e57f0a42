package io.clientele.profile.fold;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.event.Event;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Remembers which homes were erased when, all of them or a stretch of their time. Their events that were received up to
 * then are dropped, wherever they come from: the feed of a fresh consumer, or a page that was on its way.
 */
final class Erasures {

    private Erasures() {}

    /**
     * Writes down what is erased.
     *
     * @param at events received up to then are dropped
     */
    static Uni<Void> record(SqlConnection transaction, Collection<Stretch> stretches, Instant at) {
        Buffer[] hashes =
                stretches.stream().map(stretch -> hash(stretch.home())).toArray(Buffer[]::new);
        return transaction
                .preparedQuery("""
                        INSERT INTO erasure (node_hash, since, until, erased_at)
                        SELECT *, $4 FROM unnest($1::bytea[], $2::bigint[], $3::bigint[])
                        ON CONFLICT (node_hash, since, until) DO UPDATE SET
                            erased_at = greatest(erasure.erased_at, excluded.erased_at)""")
                .execute(Tuple.of(
                        hashes,
                        numbers(stretches, Stretch::since),
                        numbers(stretches, Stretch::until),
                        at.toEpochMilli()))
                .replaceWithVoid();
    }

    /** The events without those that are erased. */
    static Uni<List<Event>> without(SqlClient client, List<Event> events) {
        return erased(client, events).map(erased -> kept(events, erased));
    }

    /** Likewise of a page of the feed: what it tells of erased events is still stored, and goes on the list of stragglers. */
    static Uni<List<Event>> withoutStragglers(SqlConnection transaction, List<Event> events) {
        return erased(transaction, events).chain(erased -> {
            List<Event> kept = kept(events, erased);
            return kept.size() == events.size()
                    ? Uni.createFrom().item(kept)
                    : report(transaction, events, erased).replaceWith(kept);
        });
    }

    /** What was erased of one home up to when. */
    private record Erased(long since, long until, long at) {

        boolean covers(Event event) {
            long time = event.times().timestamp().toEpochMilli();
            return since <= time && time < until && event.times().receivedAt().toEpochMilli() <= at;
        }
    }

    private static Uni<Map<Buffer, List<Erased>>> erased(SqlClient client, List<Event> events) {
        Buffer[] hashes = events.stream()
                .map(event -> event.customer().value())
                .distinct()
                .map(Erasures::hash)
                .toArray(Buffer[]::new);
        return client.preparedQuery("SELECT node_hash, since, until, erased_at FROM erasure WHERE node_hash = ANY($1)")
                .execute(Tuple.of((Object) hashes))
                .map(Erasures::byHome);
    }

    private static Map<Buffer, List<Erased>> byHome(RowSet<Row> rows) {
        Map<Buffer, List<Erased>> erased = new HashMap<>();
        rows.forEach(row -> erased.computeIfAbsent(row.getBuffer(0).getDelegate(), _ -> new ArrayList<>())
                .add(new Erased(row.getLong(1), row.getLong(2), row.getLong(3))));
        return erased;
    }

    private static List<Event> kept(List<Event> events, Map<Buffer, List<Erased>> erased) {
        return erased.isEmpty()
                ? events
                : events.stream()
                        .filter(event -> covering(event, erased) == null)
                        .toList();
    }

    private static @Nullable Erased covering(Event event, Map<Buffer, List<Erased>> erased) {
        for (Erased of : erased.getOrDefault(hash(event.customer().value()), List.of())) {
            if (of.covers(event)) {
                return of;
            }
        }
        return null;
    }

    private static Uni<Void> report(SqlConnection transaction, List<Event> events, Map<Buffer, List<Erased>> erased) {
        Map<Stretch, Long> stragglers = new LinkedHashMap<>();
        for (Event event : events) {
            Erased of = covering(event, erased);
            if (of != null) {
                stragglers.put(new Stretch(event.customer().value(), of.since(), of.until()), of.at());
            }
        }
        return transaction
                .preparedQuery("""
                        INSERT INTO erasure_straggler (home, since, until, erased_at)
                        SELECT * FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[])
                        ON CONFLICT (home, since, until) DO UPDATE SET
                            erased_at = greatest(erasure_straggler.erased_at, excluded.erased_at)""")
                .execute(Tuple.of(
                        stragglers.keySet().stream().map(Stretch::home).toArray(String[]::new),
                        numbers(stragglers.keySet(), Stretch::since),
                        numbers(stragglers.keySet(), Stretch::until),
                        stragglers.values().toArray(Long[]::new)))
                .replaceWithVoid();
    }

    private static Long[] numbers(Collection<Stretch> stretches, Function<Stretch, Long> column) {
        return stretches.stream().map(column).toArray(Long[]::new);
    }

    static Buffer hash(String home) {
        try {
            return Buffer.buffer(MessageDigest.getInstance("SHA-256").digest(home.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
