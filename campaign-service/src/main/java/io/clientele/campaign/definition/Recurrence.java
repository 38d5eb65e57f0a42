package io.clientele.campaign.definition;

import org.eclipse.microprofile.graphql.Description;

/** How often a schedule comes round. */
@Description("How often a schedule comes round.")
public enum Recurrence {
    @Description("Once.")
    ONCE,

    @Description("Every day.")
    DAILY,

    @Description("Every seven days.")
    WEEKLY,

    @Description("Every month on that day; on the last day of months that have no such day.")
    MONTHLY
}
