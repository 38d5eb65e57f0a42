package io.clientele.campaign.policy.rules;

import org.eclipse.microprofile.graphql.Description;

/** What becomes of a contact that is due in quiet hours. */
@Description("What becomes of a contact that is due in quiet hours.")
public enum QuietOutcome {
    @Description("It is made when they are over.")
    NEXT_AVAILABLE,

    @Description("It is not made.")
    DROP
}
