package io.clientele.funnel.journey;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A place in a journey. */
@Description("A place in a journey.")
public record JourneyEventEdge(
        @NonNull JourneyEvent node, @NonNull String cursor) {}
