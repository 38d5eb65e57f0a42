package io.clientele.campaign.policy;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import io.clientele.campaign.definition.Channel;
import io.clientele.campaign.policy.rules.CapPeriod;

/** A cap, as a client writes it. */
@Input("ContactCapInput")
@Description("How many contacts a customer has at most.")
public record ContactCapInput(
        @Nullable @Description("Over which channel; none: all channels together.")
        Channel channel,

        @NonNull CapPeriod period,
        @NonNull @Description("0 to 1000.") Integer most) {}
