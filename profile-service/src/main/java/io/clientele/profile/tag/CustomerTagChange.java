package io.clientele.profile.tag;

import java.time.Instant;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Who added or removed which tag, when and why. */
@Description("Who added or removed which tag, when and why.")
public record CustomerTagChange(
        @NonNull @Id @Description("The tag's id.") String tag,

        @Description("Whether it was added, not removed.") boolean added,

        @NonNull Instant changedAt,
        @NonNull @Description("Who did it.") String changedBy,
        @Nullable @Description("Why, if it was told.") String reason) {}
