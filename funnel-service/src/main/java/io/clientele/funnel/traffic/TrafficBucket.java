package io.clientele.funnel.traffic;

import java.time.Instant;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** The visits of one interval. */
@Description("The visits of one interval.")
public record TrafficBucket(
        @NonNull
        @Description("When the interval begins by the calendar; of the first one this may lie before the range,"
                + " whose earlier events do not count.")
        Instant start,

        @NonNull @Description("The visits of the interval, as far as it lies in the range.")
        Visits visits) {}
