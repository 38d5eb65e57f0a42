package io.clientele.campaign.policy;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

import io.clientele.campaign.policy.setting.PolicyInForce;

/** The contact policy as clients see it. */
@Type("ContactPolicy")
@Description("What holds for every campaign.")
public record ContactRules(
        @NonNull List<@NonNull ContactCap> caps,

        @Nullable @Description("When customers are left alone; null: never.")
        QuietHours quiet,

        @Description("The hour of the customer's day that is the best as long as none is known.")
        int fallbackHour,

        @Description("The share of customers that no campaign contacts.")
        double holdout,

        @Description("0 as configured, then rising.") int version,

        @Nullable @Description("When it was set; null: never.")
        Instant changedAt,

        @Nullable @Description("Who set it.") String changedBy) {

    static ContactRules of(PolicyInForce inForce) {
        return new ContactRules(
                inForce.policy().caps().stream()
                        .map(cap -> new ContactCap(cap.channel(), cap.period(), cap.most()))
                        .toList(),
                inForce.policy().quiet().map(QuietHours::of).orElse(null),
                inForce.policy().fallbackHour(),
                inForce.policy().holdout(),
                inForce.version(),
                inForce.set().map(PolicyInForce.Change::at).orElse(null),
                inForce.set().map(PolicyInForce.Change::by).orElse(null));
    }
}
