package io.clientele.funnel.traffic;

import java.time.Instant;
import java.time.ZoneId;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import io.clientele.funnel.question.TimeRange;

/** Traffic as a client asks for it. */
@Input("TrafficInput")
@Description("A range of time, cut into intervals.")
public record TrafficInput(
        @NonNull @Description("The first instant of the range.")
        Instant from,

        @NonNull @Description("The first instant after the range.")
        Instant to,

        @NonNull @Description("What a bucket spans; the range may be 1000 of it long.")
        Interval interval,

        @Nullable
        @Description("The zone whose hours, days, weeks and months are meant, such as Asia/Shanghai;"
                + " the shop's own if not given.")
        String zone) {

    TrafficQuestion question(ZoneId shopZone) {
        return new TrafficQuestion(
                TimeRange.ofInput(from, to), interval, zone == null ? shopZone : TrafficQuestion.zone(zone));
    }
}
