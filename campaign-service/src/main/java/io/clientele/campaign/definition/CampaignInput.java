package io.clientele.campaign.definition;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A campaign, as a client writes it. */
@Input("CampaignInput")
@Description("A campaign, as a client writes it.")
public record CampaignInput(
        @NonNull @Description("The client's own key of this change; repeating it does nothing again.")
        String key,

        @NonNull @Id @Description("1 to 64 characters of a-z, 0-9, _ and -.")
        String id,

        @NonNull @Description("For people, 1 to 200 characters.")
        String name,

        @Nullable @Id @Description("The playbook that it was made of.")
        String playbook,

        @Nullable @Description("Who may be contacted; everybody whom the trigger names if not given.")
        AudienceInput audience,

        @NonNull TriggerInput trigger,

        @Nullable @Description("How long to wait after the trigger, ISO-8601 such as PT30M; not at all if not given.")
        String delay,

        @Nullable @Description("An event of the customer's after the trigger because of which it is not contacted.")
        List<@Nullable EventMatchInput> until,

        @NonNull @Description("The forms of the message, 1 to 20.")
        List<@NonNull VariantInput> variants,

        @Nullable @DefaultValue("0.1") @Description("The share that is not contacted, to compare with; 0 to 0.9.")
        Double control,

        @Nullable @DefaultValue("NOW") ContactTiming timing,

        @Nullable
        @DefaultValue("false")
        @Description(
                "Whether caps, quiet hours and withdrawn consent to marketing do not hold it back, as of an order's confirmation.")
        Boolean transactional,

        @NonNull GoalInput goal,

        @Nullable BudgetInput budget,

        @Nullable @Description("No enrolment before.") Instant startsAt,

        @Nullable @Description("No enrolment and no contact from then on.")
        Instant endsAt,

        @Nullable
        @DefaultValue("50")
        @Description("Who comes first where a cap lets only some through; 0 to 100, the greater first.")
        Integer priority,

        @Nullable ReentryInput reentry) {

    /** The same under another key. */
    public CampaignInput withKey(String other) {
        return new CampaignInput(
                other,
                id,
                name,
                playbook,
                audience,
                trigger,
                delay,
                until,
                variants,
                control,
                timing,
                transactional,
                goal,
                budget,
                startsAt,
                endsAt,
                priority,
                reentry);
    }
}
