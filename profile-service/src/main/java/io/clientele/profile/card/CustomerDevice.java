package io.clientele.profile.card;

import java.time.Instant;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A device that a customer used without being logged in. */
@Description("A device that a customer used without being logged in.")
public record CustomerDevice(
        @NonNull @Id @Description("The anonymous id.") String id,

        @NonNull @Description("The earliest of its events that are the customer's.")
        Instant firstSeen,

        @NonNull @Description("The latest of them.") Instant lastSeen) {}
