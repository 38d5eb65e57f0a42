package io.clientele.campaign.rehearsal;

import org.eclipse.microprofile.graphql.Description;

/** How far a dry run is. */
@Description("How far a dry run is.")
public enum DryRunState {
    @Description("It is under way, or waits for its turn.")
    RUNNING,

    @Description("It read all events.")
    DONE,

    @Description("It was stopped.")
    CANCELLED,

    @Description("It came to nothing; the problem says why.")
    FAILED
}
