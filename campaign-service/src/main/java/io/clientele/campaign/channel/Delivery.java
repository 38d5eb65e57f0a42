package io.clientele.campaign.channel;

import java.time.Instant;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import io.clientele.campaign.definition.Channel;

/** A message on its way to its receiver. */
@Description("A message on its way to its receiver.")
public record Delivery(
        @NonNull @Id @Description("The contact, whose id is the key under which receivers know the message.")
        String contact,

        @NonNull Channel channel,

        @Nullable @Id String webhook,

        @NonNull DeliveryState state,

        @Description("Since it was queued, or taken up again.")
        int attempts,

        @Nullable @Description("What was in the way of the last attempt.")
        String problem,

        @NonNull @Description("Since when it is in this state.")
        Instant at,

        @Ignore long number) {}
