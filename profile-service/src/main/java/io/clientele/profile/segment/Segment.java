package io.clientele.profile.segment;

import java.time.Instant;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import io.clientele.profile.definition.StoredCondition;
import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Key;

/**
 * A segment as clients see it. Other services name segments, too: what they would be is lost with a field that may not be null,
 * so that only the id is such a one in the graph.
 */
@Key(fields = @FieldSet("id"))
@Description("A set of customers, kept current.")
public record Segment(
        @NonNull @Id String id,
        @Description("For people.") String name,
        SegmentKind kind,

        @Nullable @Description("Of the kind CONDITION its condition, as JSON.")
        String condition,

        @Description("1 for the first definition, then rising.")
        Integer version,

        Instant changedAt,
        @Description("Who defined it last.") String changedBy) {

    static Segment of(SegmentDefinition segment) {
        return new Segment(
                segment.id(),
                segment.name(),
                segment.kind(),
                StoredCondition.text(segment.condition()),
                segment.version(),
                segment.changedAt(),
                segment.changedBy());
    }
}
