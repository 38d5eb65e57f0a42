package io.clientele.loader.message;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Reads the cells of shop files; what cannot be read is null and becomes a bad row at the caller. */
public final class Cells {

    /** Digits with an optional fraction: no exponent, no grouping, and small enough for the store's millionths in 64 bits. */
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,12}(\\.\\d{1,6})?");

    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,9}(\\.0)?");

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private Cells() {}

    /** Read an amount of at most twelve digits and six decimals. */
    public static @Nullable BigDecimal amount(String cell) {
        return DECIMAL.matcher(cell).matches() ? new BigDecimal(cell) : null;
    }

    /** Read a whole number of at most nine digits, also as {@code 12.0}. */
    public static @Nullable Integer wholeNumber(String cell) {
        if (!INTEGER.matcher(cell).matches()) {
            return null;
        }
        return Integer.valueOf(withoutFraction(cell));
    }

    /** Drop the {@code .0} that table programs put behind identifiers made of digits. */
    public static String withoutFraction(String cell) {
        return cell.endsWith(".0") ? cell.substring(0, cell.length() - 2) : cell;
    }

    /** Read {@code 2019-10-01 00:00:00}, with or without a following {@code UTC}, as an instant in UTC. */
    public static @Nullable Instant utcTime(String cell) {
        String local = cell.endsWith(" UTC") ? cell.substring(0, cell.length() - 4) : cell;
        try {
            return LocalDateTime.parse(local, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null; // the caller reports the row with its text
        }
    }
}
