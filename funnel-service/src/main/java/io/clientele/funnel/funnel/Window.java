package io.clientele.funnel.funnel;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long after its first step an attempt may reach the last one, both ends included.
 *
 * @param length whole milliseconds, from one millisecond to 3650 days
 */
record Window(Duration length) {

    private static final Duration LONGEST = Duration.ofDays(3650);

    private static final Pattern WEEKS = Pattern.compile("P(\\d{1,3})W");

    /** What has no fixed length: years and months before the {@code T}. */
    private static final Pattern CALENDAR = Pattern.compile("P[^T]*\\d[YM].*");

    Window {
        if (length.isNegative() || length.isZero()) {
            throw invalid("must be longer than zero");
        }
        if (length.compareTo(LONGEST) > 0) {
            throw invalid("must not be longer than P3650D");
        }
        if (length.toNanosPart() % 1_000_000 != 0) {
            throw invalid("must be whole milliseconds, which is what the times of events are");
        }
    }

    /**
     * The window that an ISO-8601 duration writes: days, hours, minutes and seconds, or weeks of exactly seven days.
     *
     * @throws io.clientele.edge.CodedException {@code INVALID_WINDOW}
     */
    static Window parse(String text) {
        Matcher weeks = WEEKS.matcher(text);
        if (weeks.matches()) {
            return new Window(Duration.ofDays(7L * Integer.parseInt(weeks.group(1))));
        }
        if (CALENDAR.matcher(text).matches()) {
            throw invalid("has years or months, whose length is not fixed; write days, such as P30D");
        }
        try {
            return new Window(Duration.parse(text));
        } catch (DateTimeParseException unreadable) {
            throw invalid("is not an ISO-8601 duration such as P7D or PT30M");
        }
    }

    /** The window as Elasticsearch reads it. */
    String timeValue() {
        return length.toMillis() + "ms";
    }

    private static RuntimeException invalid(String reason) {
        return new FunnelFailure.InvalidWindow(reason).exception();
    }
}
