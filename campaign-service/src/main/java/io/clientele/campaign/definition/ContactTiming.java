package io.clientele.campaign.definition;

import org.eclipse.microprofile.graphql.Description;

/** When a customer who is due is contacted. */
@Description("When a customer who is due is contacted.")
public enum ContactTiming {
    @Description("As soon as the wait is over and quiet hours allow it.")
    NOW,

    @Description("At the hour of the following day at which the customer is most active.")
    BEST_TIME
}
