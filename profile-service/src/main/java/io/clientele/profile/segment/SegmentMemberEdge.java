package io.clientele.profile.segment;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import io.clientele.profile.card.Customer;

/** A place in the list of members. */
@Description("A place in the list of members.")
public record SegmentMemberEdge(
        @NonNull Customer node, @NonNull String cursor) {}
