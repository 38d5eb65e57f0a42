package io.clientele.profile.tag;

import org.jspecify.annotations.Nullable;

/** Somebody adds a tag or removes it. */
record TagChange(
        String customerId,
        String tagId,
        boolean added,
        String who,
        @Nullable String reason) {}
