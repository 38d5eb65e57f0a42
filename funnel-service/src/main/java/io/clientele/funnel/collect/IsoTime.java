package io.clientele.funnel.collect;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;

/** ISO-8601 with an offset, written with or without a colon; the 30th of February is no time. */
final class IsoTime {

    private static final DateTimeFormatter ANY = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    /** As JavaScript's {@code toISOString} writes it, and with it nearly every client; 0 stands for a digit. */
    private static final String COMMON = "0000-00-00T00:00:00.000Z";

    private IsoTime() {}

    /**
     * The instant that a text writes.
     *
     * @throws DateTimeException if it is no such time
     */
    static Instant parse(String text) {
        // The formatter takes as long as all the rest of an event's reading; its common form has every digit in its
        // place.
        return isCommon(text) ? common(text) : ANY.parse(text, Instant::from);
    }

    private static boolean isCommon(String text) {
        if (text.length() != COMMON.length()) {
            return false;
        }
        for (int i = 0; i < COMMON.length(); i++) {
            char expected = COMMON.charAt(i);
            char found = text.charAt(i);
            if (expected == '0' ? found < '0' || found > '9' : found != expected) {
                return false;
            }
        }
        return true;
    }

    private static Instant common(String text) {
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        number(text, 20, 23) * 1_000_000)
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
