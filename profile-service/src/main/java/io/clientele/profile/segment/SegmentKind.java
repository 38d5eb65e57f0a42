package io.clientele.profile.segment;

import org.eclipse.microprofile.graphql.Description;

/** What decides who is a member. */
@Description("What decides who is a member of a segment.")
public enum SegmentKind {
    @Description("A condition, as long as it holds.")
    CONDITION,

    @Description("A list that is kept by hand.")
    MANUAL
}
