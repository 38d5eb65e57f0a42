package io.clientele.campaign.template;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import liqp.TemplateContext;
import liqp.filters.Filter;

/** A filter of Liquid that takes and gives no more than a bounded amount, however often it is applied to its own result. */
final class BoundedFilter extends Filter {

    /** Characters of one value. */
    static final int LONGEST_TEXT = 20_000;

    private static final int MOST_DIGITS = 40;
    private static final long LARGEST_NUMBER = 1_000_000_000L;
    private static final int MOST_DECIMALS = 20;

    private final Filter filter;

    BoundedFilter(Filter filter) {
        super(filter.getName());
        this.filter = filter;
    }

    @Override
    public @Nullable Object apply(@Nullable Object value, TemplateContext context, @Nullable Object... params) {
        long size = checked(value);
        for (Object param : params) {
            size += checkedArgument(param);
        }
        Work.add(context, size + grown(value, params));
        @Nullable Object result = applied(value, context, params);
        Work.add(context, checked(result));
        return result;
    }

    private @Nullable Object applied(@Nullable Object value, TemplateContext context, @Nullable Object... params) {
        try {
            return filter.apply(value, context, params);
        } catch (RuntimeException refused) {
            // Whatever the library throws about a value; its message may hold the value, which is a customer's.
            throw failed("cannot be applied to this value");
        }
    }

    private long checked(@Nullable Object value) {
        return switch (value) {
            case CharSequence text -> length(text.length());
            case BigDecimal number -> digits(number);
            case Object[] array -> length(array.length);
            case null, default -> 1;
        };
    }

    private long checkedArgument(@Nullable Object param) {
        if (param instanceof Number number) {
            double largest = name.equals("round") ? MOST_DECIMALS : LARGEST_NUMBER;
            if (!(Math.abs(number.doubleValue()) <= largest)) {
                throw failed("has too large an argument");
            }
        }
        if (name.equals("round") && param instanceof CharSequence) {
            throw failed("takes a number as its argument");
        }
        return checked(param);
    }

    private long length(int length) {
        if (length > LONGEST_TEXT) {
            throw failed("has more than " + LONGEST_TEXT + " characters to do with");
        }
        return length;
    }

    private long digits(BigDecimal number) {
        if (number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS) {
            throw failed("gives a number of more than " + MOST_DIGITS + " digits");
        }
        return MOST_DIGITS;
    }

    /** Characters that the result has at most, of filters that put a text many times. */
    private long grown(@Nullable Object value, @Nullable Object... params) {
        long most = switch (name) {
            case "replace" -> params.length < 2 ? 0 : (text(value) / searched(params[0]) + 1) * text(params[1]);
            case "join" ->
                value instanceof Object[] array && params.length > 0 ? (long) array.length * text(params[0]) : 0;
            default -> 0;
        };
        if (most > 10L * LONGEST_TEXT) {
            throw failed("gives more than " + LONGEST_TEXT + " characters");
        }
        return most;
    }

    private static long text(@Nullable Object value) {
        return String.valueOf(value).length();
    }

    private static long searched(@Nullable Object text) {
        return Math.max(1, text(text));
    }

    private RuntimeException failed(String reason) {
        return new TemplateFailure.Failed(Work.FIELD, "the filter " + name + " " + reason).exception();
    }
}
