package io.clientele.profile.population;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import io.clientele.profile.card.Customer;

/** A place in a list of customers. */
@Description("A place in a list of customers.")
public record CustomerEdge(@NonNull Customer node, @NonNull String cursor) {}
