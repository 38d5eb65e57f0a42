package io.clientele.campaign.definition;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Key;

/** A segment as campaigns know it: by its id. */
@Key(fields = @FieldSet("id"))
@Description("A segment of customers.")
public record Segment(@NonNull @Id String id) {}
