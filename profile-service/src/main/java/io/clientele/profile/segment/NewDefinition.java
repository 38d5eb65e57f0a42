package io.clientele.profile.segment;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.condition.SegmentCondition;
import io.clientele.profile.definition.StoredCondition;

/**
 * A segment as somebody wants it to be defined.
 *
 * @param condition of a {@link SegmentKind#CONDITION} only, and always
 */
record NewDefinition(
        String id, String name, SegmentKind kind, @Nullable SegmentCondition condition) {

    /** The condition as it is stored. */
    @Nullable
    String conditionText() {
        return StoredCondition.text(condition);
    }

    /** What tells this definition from another. */
    List<String> arguments() {
        String text = conditionText();
        return List.of(id, name, kind.name(), text == null ? "" : text);
    }

    /** It as a segment, before it has a version. */
    SegmentDefinition unnumbered() {
        return new SegmentDefinition(id, name, kind, condition, 0, Instant.EPOCH, "");
    }
}
