package io.clientele.funnel.traffic;

import java.time.Duration;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What a bucket of traffic spans, by the calendar of a zone. */
@Enum("TrafficInterval")
@Description("What a bucket spans, by the calendar of the zone.")
public enum Interval {
    HOUR("hour", Duration.ofHours(1)),

    DAY("day", Duration.ofDays(1)),

    @Description("Monday to Sunday.")
    WEEK("week", Duration.ofDays(7)),

    MONTH("month", Duration.ofDays(28));

    private final String calendarName;
    private final Duration length;

    Interval(String calendarName, Duration length) {
        this.calendarName = calendarName;
        this.length = length;
    }

    /** Elasticsearch's name of it. */
    String calendarName() {
        return calendarName;
    }

    /** How long this many intervals are, the shortest months counting for all. */
    Duration times(int count) {
        return length.multipliedBy(count);
    }
}
