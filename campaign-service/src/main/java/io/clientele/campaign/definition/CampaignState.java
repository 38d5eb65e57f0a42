package io.clientele.campaign.definition;

import org.eclipse.microprofile.graphql.Description;

/** How far a campaign is. */
@Description("How far a campaign is.")
public enum CampaignState {
    @Description("It was not launched yet.")
    DRAFT,

    @Description("Its trigger enrols customers, and they are contacted.")
    RUNNING,

    @Description("It enrols nobody, and those who wait go on waiting.")
    PAUSED,

    @Description("It is over for good; those who waited are not contacted.")
    ENDED
}
