package io.clientele.profile.card;

import java.time.Instant;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

import io.clientele.profile.identity.IdentityChange;

/** A line of the history of who was whom. */
@Description("What became of a customer: merged into another, or split off.")
public record IdentityEntry(
        @NonNull @Description("MERGED: all of from became part of into. SPLIT: into was part of from.")
        IdentityChange.Kind kind,

        @NonNull @Id String from,
        @NonNull @Id String into,

        @NonNull @Description("The message that brought it about.")
        String messageId,

        @NonNull @Description("That message's time.") Instant at,

        @NonNull @Description("Where that message came from: a write key's or a service's name.")
        String source,

        @NonNull @Description("When it was found out.") Instant recordedAt) {}
