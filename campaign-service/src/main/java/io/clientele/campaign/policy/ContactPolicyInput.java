package io.clientele.campaign.policy;

import java.util.List;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** The contact policy, as a client writes it. */
@Input("ContactPolicyInput")
@Description("What holds for every campaign; takes the place of all that held before.")
public record ContactPolicyInput(
        @NonNull @Description("The client's own key of this change; repeating it does nothing again.")
        String key,

        @NonNull @Description("Each of a channel and a period once.")
        List<@NonNull ContactCapInput> caps,

        @Nullable @Description("When customers are left alone; none: never.")
        QuietHoursInput quiet,

        @Nullable
        @DefaultValue("10")
        @Description(
                "The hour of the customer's day, 0 to 23, that is the best as long as none is known; not a quiet one.")
        Integer fallbackHour,

        @Nullable @DefaultValue("0") @Description("The share of customers that no campaign contacts, 0 to 0.5.")
        Double holdout) {}
