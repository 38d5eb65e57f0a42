package io.clientele.profile.definition;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.clientele.contract.condition.ConditionJson;
import io.clientele.contract.condition.SegmentCondition;
import io.vertx.mutiny.sqlclient.Row;

/** Conditions as the tables keep them. */
public final class StoredCondition {

    private static final JsonMapper JSON = new JsonMapper();

    private StoredCondition() {}

    /** The condition in a column of jsonb; null if it holds none. */
    public static @Nullable SegmentCondition of(Row row, int column) {
        Object stored = row.getValue(column);
        return stored == null ? null : read(stored.toString());
    }

    /** The condition as JSON. */
    public static @Nullable String text(@Nullable SegmentCondition condition) {
        return condition == null
                ? null
                : ConditionJson.write(condition.condition()).toString();
    }

    private static SegmentCondition read(String text) {
        try {
            return new SegmentCondition(ConditionJson.read(JSON.readTree(text)));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a stored condition is no JSON", broken);
        }
    }
}
