package io.clientele.campaign.trigger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import io.clientele.campaign.definition.ScheduleZone;
import io.clientele.campaign.definition.Trigger.OnSchedule;

/**
 * One time at which a schedule comes round; of schedules with a first time.
 *
 * @param number 0 for the first, then rising; a schedule that comes once has no other
 * @param at the local time
 */
record Occurrence(int number, LocalDateTime at) {

    /** Where the day begins first. */
    private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

    /** From where the day begins first to where it begins last. */
    private static final Duration ALL_CLOCKS = Duration.ofHours(26);

    /** The first occurrence that does not begin before an instant; the last one of a schedule that is over. */
    static Occurrence from(OnSchedule schedule, Instant instant, ZoneId shop) {
        Occurrence occurrence = of(schedule, shortlyBefore(schedule, instant, shop));
        while (occurrence.begins(schedule, shop).isBefore(instant) && exists(schedule, occurrence.number() + 1)) {
            occurrence = of(schedule, occurrence.number() + 1);
        }
        return occurrence;
    }

    /** The first occurrence that some are due by at an instant or later; the last one of a schedule that is over. */
    static Occurrence notOver(OnSchedule schedule, Instant instant, ZoneId shop) {
        return from(schedule, instant.minus(lasts(schedule)), shop);
    }

    /** An occurrence by now, or the first one, from which it is a step or two to the next: years may have passed since the first. */
    private static int shortlyBefore(OnSchedule schedule, Instant instant, ZoneId shop) {
        LocalDateTime first = schedule.first().orElseThrow();
        LocalDateTime now = LocalDateTime.ofInstant(
                instant,
                switch (schedule.zone()) {
                    case SHOP -> shop;
                    case CUSTOMER -> EARLIEST;
                });
        long passed = switch (schedule.every()) {
            case ONCE -> 0;
            case DAILY -> ChronoUnit.DAYS.between(first, now);
            case WEEKLY -> ChronoUnit.WEEKS.between(first, now);
            case MONTHLY -> ChronoUnit.MONTHS.between(first, now);
        };
        return Math.toIntExact(Math.max(0, passed - 1));
    }

    static Occurrence of(OnSchedule schedule, int number) {
        LocalDateTime first = schedule.first().orElseThrow();
        return new Occurrence(
                number,
                switch (schedule.every()) {
                    case ONCE -> first;
                    case DAILY -> first.plusDays(number);
                    case WEEKLY -> first.plusWeeks(number);
                    // From the first each time: the 31st becomes the 30th in April, and the 31st again in May.
                    case MONTHLY -> first.plusMonths(number);
                });
    }

    /** Whether a schedule comes round so many times. */
    static boolean exists(OnSchedule schedule, int number) {
        return switch (schedule.every()) {
            case ONCE -> number == 0;
            case DAILY, WEEKLY, MONTHLY -> true;
        };
    }

    /** When it is time to enrol: at the shop's time, or when the first customer's clock shows it. */
    Instant begins(OnSchedule schedule, ZoneId shop) {
        return switch (schedule.zone()) {
            case SHOP -> at.atZone(shop).toInstant();
            case CUSTOMER -> at.toInstant(EARLIEST);
        };
    }

    /** When the last customer is due. */
    Instant ends(OnSchedule schedule, ZoneId shop) {
        return begins(schedule, shop).plus(lasts(schedule));
    }

    private static Duration lasts(OnSchedule schedule) {
        return switch (schedule.zone()) {
            case SHOP -> Duration.ZERO;
            case CUSTOMER -> ALL_CLOCKS;
        };
    }

    /** When a customer is due. */
    Instant due(OnSchedule schedule, ZoneId shop, ZoneId customer) {
        return at.atZone(schedule.zone() == ScheduleZone.SHOP ? shop : customer).toInstant();
    }

    /** What tells its enrolments from those of others. */
    String cause() {
        return "schedule " + at.truncatedTo(ChronoUnit.SECONDS);
    }
}
