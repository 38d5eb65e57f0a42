package io.clientele.contract.event;

import java.math.BigDecimal;
import java.math.RoundingMode;

import io.clientele.contract.event.InvalidEvent.Code;

/**
 * An amount of money.
 *
 * @param millionths the amount in millionths of the currency's unit (of a dollar, not of a cent), exact; of either sign;
 *     from -9,223,372,036,854.775808 to 9,223,372,036,854.775807 units
 * @param currency three capital letters, as in ISO 4217
 */
public record Money(long millionths, String currency) {
    private static final int DECIMALS = 6;

    /** More digits before the point than a long of millionths can have; guards against expanding {@code 1e999999999}. */
    private static final int MAX_INTEGER_DIGITS = 13;

    public Money {
        Check.currency("currency", currency);
    }

    /**
     * The amount that a decimal number writes, rounded half even beyond six decimals.
     *
     * @param field the stored field, named if the amount is refused
     * @throws InvalidEventException {@code OUT_OF_RANGE} on {@code field}, {@code INVALID_VALUE} on {@code currency}
     */
    public static Money of(String field, BigDecimal amount, String currency) {
        if (amount.signum() == 0 || amount.precision() - (long) amount.scale() < -DECIMALS) {
            return new Money(0, currency);
        }
        if (amount.precision() - (long) amount.scale() > MAX_INTEGER_DIGITS) {
            throw outOfRange(field);
        }
        try {
            return new Money(
                    amount.setScale(DECIMALS, RoundingMode.HALF_EVEN)
                            .unscaledValue()
                            .longValueExact(),
                    currency);
        } catch (ArithmeticException e) {
            throw outOfRange(field);
        }
    }

    /**
     * The amount that a text such as {@code 19.99} writes; see {@link #of}.
     *
     * @throws InvalidEventException as {@link #of}; {@code INVALID_TYPE} on {@code field} if it is no decimal number
     */
    public static Money parse(String field, String amount, String currency) {
        BigDecimal decimal;
        try {
            decimal = new BigDecimal(amount);
        } catch (NumberFormatException e) {
            throw new InvalidEventException(Code.INVALID_TYPE, field, "is not a decimal number");
        }
        return of(field, decimal, currency);
    }

    /** The amount in units of the currency, with six decimals. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(millionths, DECIMALS);
    }

    private static InvalidEventException outOfRange(String field) {
        return new InvalidEventException(
                Code.OUT_OF_RANGE, field, "is beyond 9223372036854.775807 units of the currency");
    }
}
