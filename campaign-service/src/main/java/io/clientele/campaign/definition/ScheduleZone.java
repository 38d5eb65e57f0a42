package io.clientele.campaign.definition;

import org.eclipse.microprofile.graphql.Description;

/** Whose clock a schedule goes by. */
@Description("Whose clock a schedule goes by.")
public enum ScheduleZone {
    @Description("The shop's.")
    SHOP,

    @Description("Each customer's, by the trait timezone; the shop's for those without.")
    CUSTOMER
}
