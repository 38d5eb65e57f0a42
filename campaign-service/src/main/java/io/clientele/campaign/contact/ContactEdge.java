package io.clientele.campaign.contact;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A place in a list of contacts. */
@Description("A place in a list of contacts.")
public record ContactEdge(@NonNull Contact node, @NonNull String cursor) {}
