package io.clientele.campaign.policy;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import io.clientele.campaign.definition.Channel;
import io.clientele.campaign.policy.rules.CapPeriod;

/** A cap as clients see it. */
@Description("How many contacts a customer has at most.")
public record ContactCap(
        @Nullable @Description("Over which channel; null: all channels together.")
        Channel channel,

        @NonNull CapPeriod period,
        int most) {}
