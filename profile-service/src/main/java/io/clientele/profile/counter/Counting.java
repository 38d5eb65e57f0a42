package io.clientele.profile.counter;

import org.eclipse.microprofile.graphql.Description;

/** How far the counting of what a definition asks for has got. */
@Description("How far the counting of past events has got that a definition asks for. Until it ends, customers keep the"
        + " membership or the tag that they had.")
public record Counting(
        @Description("Homes of events, users and devices at a time, whose events are counted.")
        long done,

        @Description("All of them.") long total) {}
