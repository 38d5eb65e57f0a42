package io.clientele.loader.demoshop;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The shop's year: 365 days of its zone up to the last midnight at or before the given end. */
final class Calendar {

    static final int DAYS = 365;

    /** China's time, which has known no summer time since 1991. */
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private static final long HOUR = 3_600_000L;
    private static final long DAY = 24 * HOUR;
    private static final double PC_ON_WEEKDAYS = 0.92;

    private final LocalDate end;
    private final long endMillis;

    Calendar(Instant end) {
        this.end = date(end);
        this.endMillis = midnight(this.end).toEpochMilli();
    }

    static LocalDate date(Instant instant) {
        return instant.atOffset(ZONE).toLocalDate();
    }

    /** Give the instant at which a day begins. */
    static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** Give the first instant of the day so many days before the end. */
    Instant day(int daysBefore) {
        return Instant.ofEpochMilli(endMillis - daysBefore * DAY);
    }

    long endMillis() {
        return endMillis;
    }

    /**
     * Draw the time of a visit on a day: PCs on weekdays in office hours, others as their gender's active hours say.
     *
     * @param daysBefore days before the end, at least one
     */
    long visit(Customer customer, int daysBefore, Dice dice) {
        if (customer.device() == Device.PC) {
            int day = dice.chance(PC_ON_WEEKDAYS) ? weekday(daysBefore) : daysBefore;
            return at(day, dice.between(9.0, 18.0));
        }
        boolean active = dice.chance(Gender.ACTIVE_HOURS_SHARE);
        int from = customer.gender().activeFrom;
        return at(daysBefore, active ? dice.between(from, from + 2.0) : dice.between(8.0, 23.0));
    }

    private long at(int daysBefore, double hour) {
        return endMillis - daysBefore * DAY + (long) (hour * HOUR);
    }

    /** Move a weekend's day to the Friday before. */
    private int weekday(int daysBefore) {
        DayOfWeek day = end.minusDays(daysBefore).getDayOfWeek();
        return switch (day) {
            case SATURDAY -> daysBefore + 1;
            case SUNDAY -> daysBefore + 2;
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> daysBefore;
        };
    }
}
