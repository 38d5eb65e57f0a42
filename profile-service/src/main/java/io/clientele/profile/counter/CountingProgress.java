package io.clientele.profile.counter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.condition.Counter;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;

/** Tells how far counting has got. */
public final class CountingProgress {

    private CountingProgress() {}

    /**
     * How far it has got with what definitions wait for.
     *
     * @param active as it was when it was found out what they wait for
     * @param waitingFor of each definition; nothing if it is counted
     * @return in the same order and number, null for each that waits for nothing
     */
    public static Uni<List<@Nullable Counting>> of(
            SqlClient client, ActiveCounters active, List<Set<Counter>> waitingFor) {
        if (waitingFor.stream().allMatch(Collection::isEmpty)) {
            return Uni.createFrom().item(all(active, waitingFor, new TreeMap<>()));
        }
        return client.preparedQuery("SELECT counted_to, count(*) FROM part GROUP BY counted_to")
                .execute()
                .map(rows -> {
                    NavigableMap<Long, Long> parts = new TreeMap<>();
                    rows.forEach(row -> parts.put(row.getLong(0), row.getLong(1)));
                    return all(active, waitingFor, parts);
                });
    }

    private static List<@Nullable Counting> all(
            ActiveCounters active, List<Set<Counter>> waitingFor, NavigableMap<Long, Long> parts) {
        List<@Nullable Counting> progress = new ArrayList<>();
        for (Set<Counter> counters : waitingFor) {
            progress.add(
                    counters.isEmpty()
                            ? null
                            : new Counting(
                                    sum(parts.tailMap(active.highest(counters), true)
                                            .values()),
                                    sum(parts.values())));
        }
        return progress;
    }

    private static long sum(Collection<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
