package io.clientele.profile.tag;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.condition.SegmentCondition;

/**
 * A tag as defined.
 *
 * @param rule of a {@link TagKind#RULE} only, and always
 * @param version 1 for the first definition, then rising
 */
public record TagDefinition(
        String id,
        String name,
        TagKind kind,
        @Nullable SegmentCondition rule,
        int version,
        Instant changedAt,
        String changedBy) {}
