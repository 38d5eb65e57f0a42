package io.clientele.profile.tag;

import java.time.Instant;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import io.clientele.profile.definition.StoredCondition;

/** A tag as clients see it. */
@Description("A tag.")
public record Tag(
        @NonNull @Id String id,
        @NonNull @Description("For people.") String name,
        @NonNull TagKind kind,

        @Nullable @Description("Of a RULE its condition, as JSON.")
        String condition,

        @Description("1 for the first definition, then rising.")
        int version,

        @NonNull Instant changedAt,
        @NonNull @Description("Who defined it last.") String changedBy) {

    static Tag of(TagDefinition tag) {
        return new Tag(
                tag.id(),
                tag.name(),
                tag.kind(),
                StoredCondition.text(tag.rule()),
                tag.version(),
                tag.changedAt(),
                tag.changedBy());
    }
}
