package io.clientele.campaign.policy.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

import org.eclipse.microprofile.graphql.Description;

/** A period in which contacts are counted, of the calendar where the customer is. */
@Description("A period in which contacts are counted, of the calendar where the customer is.")
public enum CapPeriod {
    DAY,
    @Description("From Monday.")
    WEEK,
    MONTH;

    /** The first day of the period that a day lies in. */
    public LocalDate start(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /** The first day of which contacts can count on a day, in whichever period. */
    public static LocalDate earliest(LocalDate day) {
        LocalDate week = WEEK.start(day);
        LocalDate month = MONTH.start(day);
        return week.isBefore(month) ? week : month;
    }
}
