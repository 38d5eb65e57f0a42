package io.clientele.campaign.decision;

import org.jspecify.annotations.Nullable;

/** A message as it is written for one customer. */
record Message(
        @Nullable String subject, String body, @Nullable String link) {}
