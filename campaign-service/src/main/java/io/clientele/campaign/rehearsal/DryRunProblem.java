package io.clientele.campaign.rehearsal;

import org.eclipse.microprofile.graphql.Description;

/** Why a dry run failed. */
@Description("Why a dry run failed.")
public enum DryRunProblem {
    @Description("There are more events, or more members who would enter, than a dry run reads: take a shorter time.")
    TOO_MUCH_TO_READ,

    @Description("What it reads was away, again and again.")
    UNAVAILABLE,

    @Description("Something broke that should not; operators find it in the log.")
    FAULT
}
