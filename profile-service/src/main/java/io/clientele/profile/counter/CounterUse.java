package io.clientele.profile.counter;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.condition.ConditionJson;
import io.clientele.contract.condition.Counter;
import io.clientele.contract.condition.SegmentCondition;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Registers what definitions count. */
public final class CounterUse {

    /** Each event of a name is held against the conditions of all counters of that name. */
    static final int MOST = 64;

    private CounterUse() {}

    /**
     * Writes down what a definition counts from now on, in the transaction that defines it and has {@linkplain
     * io.clientele.profile.definition.DefinitionsVersion#raise raised} the version of the definitions: so numbers rise in the order
     * in which their counters become known. What no definition counts any more is retired.
     *
     * @param condition the definition's; null: it has none
     * @throws io.clientele.edge.CodedException (through the {@code Uni}) {@code TOO_MANY_COUNTERS}, naming {@code
     *     input.condition}
     */
    public static Uni<Void> register(
            SqlConnection transaction, DefinitionKind kind, String definition, @Nullable SegmentCondition condition) {
        List<Counter> wanted = condition == null ? List.of() : List.copyOf(wanted(condition));
        Buffer[] keys = wanted.stream()
                .map(counter -> Buffer.buffer(counter.key().getBytes(StandardCharsets.UTF_8)))
                .toArray(Buffer[]::new);
        return transaction
                .preparedQuery("DELETE FROM counter_use WHERE kind = $1 AND definition = $2")
                .execute(Tuple.of(kind.name(), definition))
                .chain(() -> wanted.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : use(transaction, Tuple.of(kind.name(), definition, keys), wanted))
                .chain(() -> transaction.preparedQuery("""
                                UPDATE counter SET retired_at = now()
                                WHERE retired_at IS NULL
                                    AND NOT EXISTS (SELECT FROM counter_use WHERE counter_use.number = counter.number)""").execute())
                .chain(() -> transaction
                        .preparedQuery("SELECT count(*) FROM counter WHERE retired_at IS NULL")
                        .execute())
                .invoke(rows -> {
                    if (rows.iterator().next().getLong(0) > MOST) {
                        throw new CounterFailure.TooMany("input.condition", MOST).exception();
                    }
                })
                .replaceWithVoid();
    }

    /** What a condition asks for beside all events of a name. */
    static Set<Counter> wanted(SegmentCondition condition) {
        return condition.counters().stream()
                .filter(counter -> counter.where().isPresent())
                .collect(Collectors.toSet());
    }

    private static Uni<Void> use(SqlConnection transaction, Tuple use, List<Counter> wanted) {
        String[] events = wanted.stream().map(Counter::event).toArray(String[]::new);
        String[] conditions = wanted.stream()
                .map(counter ->
                        ConditionJson.write(counter.where().orElseThrow()).toString())
                .toArray(String[]::new);
        return transaction
                .preparedQuery("""
                        INSERT INTO counter (key, event, condition)
                        SELECT key, event, condition::jsonb
                        FROM unnest($1::bytea[], $2::text[], $3::text[]) AS wanted (key, event, condition)
                        ON CONFLICT (key) WHERE retired_at IS NULL DO NOTHING""")
                .execute(Tuple.of(use.getValue(2), events, conditions))
                .chain(() -> transaction.preparedQuery("""
                                INSERT INTO counter_use (kind, definition, number)
                                SELECT $1, $2, number FROM counter WHERE retired_at IS NULL AND key = ANY($3)""").execute(use))
                .replaceWithVoid();
    }
}
