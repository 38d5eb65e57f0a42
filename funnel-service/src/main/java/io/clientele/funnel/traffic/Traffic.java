package io.clientele.funnel.traffic;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** How much the shop was visited in a range of time. */
@Description("How much the shop was visited in a range of time.")
public record Traffic(
        @NonNull @Description("The zone whose calendar the buckets follow.")
        String zone,

        @NonNull @Description("Every interval that the range touches, in order of time, empty ones included.")
        List<@NonNull TrafficBucket> buckets,

        @NonNull
        @Description("The visits of the whole range; visitors and sessions are fewer than the sum over the buckets"
                + " where one came again.")
        Visits total) {}
