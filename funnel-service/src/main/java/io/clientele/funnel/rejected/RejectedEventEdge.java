package io.clientele.funnel.rejected;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A place in the list of rejected events. */
@Description("A place in the list of rejected events.")
public record RejectedEventEdge(
        @NonNull RejectedEvent node, @NonNull String cursor) {}
