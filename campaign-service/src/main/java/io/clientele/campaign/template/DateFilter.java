package io.clientele.campaign.template;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import liqp.TemplateContext;
import liqp.filters.Filter;
import ua.co.k.strftime.StrftimeFormatter;

/**
 * Liquid's filter {@code date} for ISO 8601 times and dates, written in the reader's zone. Unlike the library's it knows no
 * {@code now}, so that a message is a function of its values, and no directives with a width.
 */
final class DateFilter extends Filter {

    /** The variable that holds the reader's {@link ZoneId}. */
    static final String ZONE = "clientele zone";

    private static final int LONGEST_FORMAT = 100;
    private static final Pattern FORMAT = Pattern.compile("(%[-^#]?[A-Za-z%]|[^%])*");

    DateFilter() {
        super("date");
    }

    @Override
    public @Nullable Object apply(@Nullable Object value, TemplateContext context, @Nullable Object... params) {
        if (params.length != 1 || !(params[0] instanceof String format) || !isFormat(format)) {
            throw new IllegalArgumentException("not a format of dates");
        }
        ZonedDateTime time = value == null ? null : time(value.toString(), (ZoneId) context.get(ZONE));
        return time == null
                ? value
                : StrftimeFormatter.ofSafePattern(format, Locale.ENGLISH).format(time);
    }

    private static boolean isFormat(String format) {
        return format.length() <= LONGEST_FORMAT && FORMAT.matcher(format).matches();
    }

    /** Null if the text is no time. */
    private static @Nullable ZonedDateTime time(String text, ZoneId zone) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(zone)
                    : OffsetDateTime.parse(text).atZoneSameInstant(zone);
        } catch (DateTimeException notOne) {
            return null;
        }
    }
}
