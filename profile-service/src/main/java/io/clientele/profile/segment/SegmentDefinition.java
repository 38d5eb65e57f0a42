package io.clientele.profile.segment;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.condition.SegmentCondition;

/**
 * A segment as defined.
 *
 * @param condition of a {@link SegmentKind#CONDITION} only, and always
 * @param version 1 for the first definition, then rising
 */
record SegmentDefinition(
        String id,
        String name,
        SegmentKind kind,
        @Nullable SegmentCondition condition,
        int version,
        Instant changedAt,
        String changedBy) {}
