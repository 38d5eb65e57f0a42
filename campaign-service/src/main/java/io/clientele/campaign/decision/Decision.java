package io.clientele.campaign.decision;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What was decided about a customer who entered a campaign. */
@Enum("ContactDecision")
@Description("What was decided about a customer who entered a campaign.")
public enum Decision {
    @Description("It was contacted.")
    SENT,

    @Description("It belongs to the campaign's control group, which is not contacted.")
    CONTROL,

    @Description("It belongs to those whom no campaign contacts.")
    HELD_OUT,

    @Description("It was not contacted; the reason says why.")
    SUPPRESSED
}
