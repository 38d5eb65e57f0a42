package io.clientele.contract.condition;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;

import io.clientele.contract.condition.InvalidCondition.Code;
import io.clientele.contract.index.FieldType;
import io.clientele.contract.index.FieldValue;
import io.clientele.contract.index.FieldValue.Text;
import io.clientele.contract.index.FieldValue.Whole;

/**
 * Values as texts, which is how they come in requests and are stored: {@code 3}, {@code 19.99} for amounts, {@code
 * 2026-03-01T12:00:00Z} for instants, texts as they are.
 */
final class Values {
    private static final int MAX_TEXT = 8_192;
    private static final int DECIMALS = 6;

    /** Guards against writing out {@code 1e999999999}. */
    private static final int MAX_AMOUNT_TEXT = 64;

    private static final int MAX_SCALE = 40;

    /** The end of the year 9999; events are not later. */
    private static final long LATEST_MILLIS =
            Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    /** Further back than 1970. */
    private static final long MAX_DAYS_AGO = 100_000;

    private static final int SHOWN = 100;

    private Values() {}

    static FieldValue parse(String field, FieldType type, String text) {
        return switch (type) {
            case KEYWORD, OPEN, SORTED_KEYWORD -> new Text(text);
            case LONG, DAY, HASH -> new Whole(whole(field, text));
            case MONEY -> new Whole(millionths(field, text));
            case DATE, KEPT_DATE -> new Whole(instant(field, text).toEpochMilli());
            case FLAG, KEPT_OBJECT ->
                throw new InvalidConditionException(Code.UNKNOWN_FIELD, field, "cannot be asked for");
        };
    }

    static String format(FieldType type, FieldValue value) {
        return switch (value) {
            case Text text -> text.value();
            case Whole whole ->
                switch (type) {
                    case MONEY ->
                        BigDecimal.valueOf(whole.value(), DECIMALS)
                                .stripTrailingZeros()
                                .toPlainString();
                    case DATE, KEPT_DATE -> Instant.ofEpochMilli(whole.value()).toString();
                    case KEYWORD, LONG, DAY, OPEN, SORTED_KEYWORD, HASH, FLAG, KEPT_OBJECT ->
                        Long.toString(whole.value());
                };
        };
    }

    /** Refuses a value that the field could not have. */
    static void check(String field, FieldType type, FieldValue value) {
        boolean text = type == FieldType.KEYWORD || type == FieldType.OPEN;
        boolean fits = switch (value) {
            // Known texts are never empty; an open one can be.
            case Text(String content) ->
                text
                        && (type == FieldType.OPEN || !content.isEmpty())
                        && content.length() <= MAX_TEXT
                        && faithful(content);
            case Whole(long number) -> !text && number >= least(type) && number <= most(type);
        };
        if (!fits) {
            throw invalid(field, "cannot have the value " + shown(format(type, value)));
        }
    }

    private static long least(FieldType type) {
        return type == FieldType.DATE || type == FieldType.DAY ? 0 : Long.MIN_VALUE;
    }

    private static long most(FieldType type) {
        return switch (type) {
            case DATE -> LATEST_MILLIS;
            case DAY -> MAX_DAYS_AGO;
            case KEYWORD, LONG, MONEY, OPEN, SORTED_KEYWORD, HASH, KEPT_DATE, FLAG, KEPT_OBJECT -> Long.MAX_VALUE;
        };
    }

    /** Whether UTF-8 gives the text back, and no U+0000 is in it. */
    static boolean faithful(String text) {
        return text.indexOf(0) < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** A text from a request for a message: short, and nothing that a log or a terminal would act on. */
    static String shown(String text) {
        String clean = text.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
        return clean.length() <= SHOWN ? clean : clean.substring(0, SHOWN) + "…";
    }

    private static long whole(String field, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw invalid(field, "needs a whole number, not " + shown(text));
        }
    }

    private static long millionths(String field, String text) {
        // Reading a decimal takes time by the square of its length.
        if (text.length() > MAX_AMOUNT_TEXT) {
            throw invalid(field, "needs an amount of at most " + MAX_AMOUNT_TEXT + " characters");
        }
        try {
            BigDecimal amount = new BigDecimal(text);
            // Never rounded: a limit of 0.0000001 that became 0 would ask another question.
            if (Math.abs((long) amount.scale()) <= MAX_SCALE) {
                return amount.setScale(DECIMALS).unscaledValue().longValueExact();
            }
        } catch (ArithmeticException | NumberFormatException e) {
            throw invalid(field, "needs an amount of at most six decimals, not " + shown(text));
        }
        throw invalid(field, "needs an amount of at most six decimals, not " + shown(text));
    }

    private static Instant instant(String field, String text) {
        try {
            Instant instant = Instant.parse(text);
            if (instant.equals(Instant.ofEpochMilli(instant.toEpochMilli()))) {
                return instant;
            }
        } catch (ArithmeticException | DateTimeException e) {
            throw invalid(field, "needs an instant such as 2026-03-01T12:00:00Z, not " + shown(text));
        }
        throw invalid(field, "needs an instant of whole milliseconds, not " + shown(text));
    }

    private static InvalidConditionException invalid(String field, String reason) {
        return new InvalidConditionException(Code.INVALID_VALUE, field, reason);
    }
}
