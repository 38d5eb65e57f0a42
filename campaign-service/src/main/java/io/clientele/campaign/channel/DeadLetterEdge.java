package io.clientele.campaign.channel;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A place in the list of dead letters. */
@Description("A place in the list of dead letters.")
public record DeadLetterEdge(
        @NonNull Delivery node, @NonNull String cursor) {}
