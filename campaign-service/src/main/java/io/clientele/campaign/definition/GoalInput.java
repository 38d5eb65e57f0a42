package io.clientele.campaign.definition;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** What a campaign shall bring about, as a client writes it. */
@Input("GoalInput")
@Description("What a campaign shall bring about, as a client writes it.")
public record GoalInput(
        @NonNull @Description("The event that counts as success, such as Order Completed.")
        EventMatchInput event,

        @NonNull @Description("How long after the contact it counts, ISO-8601 such as P7D.")
        String within) {}
