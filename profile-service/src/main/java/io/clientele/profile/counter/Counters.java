package io.clientele.profile.counter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.clientele.contract.condition.Condition;
import io.clientele.contract.condition.ConditionJson;
import io.clientele.contract.condition.Counter;
import io.clientele.contract.condition.SegmentCondition;
import io.clientele.contract.event.EventDocument;
import io.clientele.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;

/** The table {@code counter}, as far as it is read. */
@ApplicationScoped
public class Counters {

    private final Database database;

    /** What a number stands for never changes, so it is read out of JSON once. */
    private volatile Map<Long, Counter> known = Map.of();

    Counters(Database database) {
        this.database = database;
    }

    /**
     * The counters that some definition uses.
     *
     * @param client whoever counts parts asks after loading these, so that every counter that a part knows is among them
     */
    public Uni<ActiveCounters> active(SqlClient client) {
        return client.preparedQuery("""
                        SELECT number, event, condition, counted_version IS NOT NULL, indexed_at IS NOT NULL
                        FROM counter WHERE retired_at IS NULL""").execute().map(rows -> rows.size() == 0 ? ActiveCounters.NONE : read(rows));
    }

    /**
     * Checks that the index can answer a condition as far as counters go.
     *
     * @param field the argument that the condition came by, for the error
     * @return the condition; fails with {@code BEHAVIOUR_NOT_COUNTED}
     */
    public Uni<SegmentCondition> indexed(String field, SegmentCondition condition) {
        if (CounterUse.wanted(condition).isEmpty()) {
            return Uni.createFrom().item(condition);
        }
        return database.onConnection(this::active).map(active -> {
            if (!active.indexed(condition)) {
                throw new CounterFailure.NotCounted(field).exception();
            }
            return condition;
        });
    }

    private ActiveCounters read(RowSet<Row> rows) {
        Map<Long, Counter> before = known;
        Map<Long, Counter> now = new HashMap<>();
        List<ActiveCounter> active = new ArrayList<>(rows.size());
        for (Row row : rows) {
            long number = row.getLong(0);
            Counter counter = before.containsKey(number) ? before.get(number) : counter(row);
            now.put(number, counter);
            active.add(new ActiveCounter(number, counter, row.getBoolean(3), row.getBoolean(4)));
        }
        known = Map.copyOf(now);
        return new ActiveCounters(active);
    }

    private static Counter counter(Row row) {
        try {
            Condition where = ConditionJson.read(
                    EventDocument.MAPPER.readTree(row.getValue(2).toString()));
            return new Counter(row.getString(1), Optional.of(where));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a stored condition is no JSON", broken);
        }
    }
}
