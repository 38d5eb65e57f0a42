package io.clientele.profile.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The calendar day of the business zone that an instant lies in. */
record BusinessDay(LocalDate date, ZoneId zone) {

    static BusinessDay of(Instant instant, ZoneId zone) {
        return new BusinessDay(LocalDate.ofInstant(instant, zone), zone);
    }

    /** Its number since 1970-01-01. */
    int number() {
        return (int) date.toEpochDay();
    }

    /** The number of the day of another instant, in milliseconds, in this zone. */
    int dayOf(long millis) {
        return (int) LocalDate.ofInstant(Instant.ofEpochMilli(millis), zone).toEpochDay();
    }

    /** How many days ago an instant was; 0 of today's and of one that a clock ahead of ours took for tomorrow's. */
    long since(Instant instant) {
        return Math.max(0, number() - dayOf(instant.toEpochMilli()));
    }

    /** When the next day begins. */
    Instant end() {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
