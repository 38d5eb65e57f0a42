package io.clientele.funnel.funnel;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import io.clientele.funnel.journey.Customer;

/** A place in a list of a funnel's customers. */
@Description("A place in a list of a funnel's customers.")
public record FunnelCustomerEdge(
        @NonNull Customer node, @NonNull String cursor) {}
