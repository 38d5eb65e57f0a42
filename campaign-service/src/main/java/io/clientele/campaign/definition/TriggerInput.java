package io.clientele.campaign.definition;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/** What enrols a customer, as a client writes it. Exactly one field is given. */
@Input("TriggerInput")
@Description("What enrols a customer, as a client writes it. Exactly one field is given.")
public record TriggerInput(
        @Nullable @Description("Each such event of the customer's.")
        EventMatchInput event,

        @Nullable @Id @Description("Becoming a member of this segment.")
        String segmentEntered,

        @Nullable @Id @Description("Leaving this segment.") String segmentLeft,

        @Nullable @Description("A time, for everybody in the audience.")
        ScheduleInput schedule,

        @Nullable @Description("No further such event for a while.")
        InactivityInput inactivity) {}
