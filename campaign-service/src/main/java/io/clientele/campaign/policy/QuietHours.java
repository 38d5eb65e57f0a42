package io.clientele.campaign.policy;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import io.clientele.campaign.definition.Channel;
import io.clientele.campaign.policy.rules.Quiet;
import io.clientele.campaign.policy.rules.QuietOutcome;

/** Quiet hours as clients see them. */
@Description("Hours in which customers are left alone.")
public record QuietHours(
        @NonNull @Description("On the customer's clock.") String from,

        @NonNull @Description("The first time that is quiet no more.")
        String to,

        @NonNull QuietOutcome outcome,
        @NonNull List<@NonNull Channel> channels) {

    static QuietHours of(Quiet quiet) {
        return new QuietHours(
                quiet.from().toString(),
                quiet.to().toString(),
                quiet.outcome(),
                quiet.channels().stream().sorted().toList());
    }
}
