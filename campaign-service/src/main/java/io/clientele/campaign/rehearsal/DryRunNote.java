package io.clientele.campaign.rehearsal;

import org.eclipse.microprofile.graphql.Description;

/** What a dry run could not know. */
@Description("What a dry run could not know.")
public enum DryRunNote {
    @Description("Who entered the segment when is not kept: all members of today were let in at the beginning.")
    SEGMENT_MEMBERS_OF_TODAY,

    @Description("Who was a member when the schedule came round is not kept: they are the members of today.")
    AUDIENCE_OF_TODAY,

    @Description("The schedule does not come round between the two times, so that nobody was contacted.")
    SCHEDULE_NOT_IN_RANGE
}
