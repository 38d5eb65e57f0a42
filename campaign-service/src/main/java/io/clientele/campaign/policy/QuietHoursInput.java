package io.clientele.campaign.policy;

import java.util.List;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import io.clientele.campaign.definition.Channel;
import io.clientele.campaign.policy.rules.QuietOutcome;

/** Quiet hours, as a client writes them. */
@Input("QuietHoursInput")
@Description("Hours in which customers are left alone.")
public record QuietHoursInput(
        @NonNull @Description("On the customer's clock: 22:00.")
        String from,

        @NonNull @Description("The first time that is quiet no more, after midnight or not: 08:00.")
        String to,

        @Nullable @DefaultValue("NEXT_AVAILABLE") QuietOutcome outcome,

        @NonNull @Description("The channels that are quiet; at least one.")
        List<@NonNull Channel> channels) {}
