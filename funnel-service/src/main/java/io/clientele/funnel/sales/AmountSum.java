package io.clientele.funnel.sales;

import java.math.BigDecimal;
import java.math.RoundingMode;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.funnel.question.Amount;

/**
 * A sum of millionths as Elasticsearch computes it, in double precision.
 *
 * @param millionths the sum
 * @param exact whether no rounding can have happened: every partial sum is an integer that a double holds
 */
record AmountSum(BigDecimal millionths, boolean exact) {

    /** Up to here a double holds every integer: 9,007,199,254.740992 units of a currency. */
    static final double MOST_EXACT = 0x1p53;

    private static final int DECIMALS = 6;

    /** Reads the answer to an aggregation {@code stats}. */
    static AmountSum of(JsonNode stats) {
        long count = stats.required("count").asLong();
        if (count == 0) {
            return new AmountSum(BigDecimal.ZERO, true);
        }
        double sum = stats.required("sum").doubleValue();
        double least = stats.required("min").doubleValue();
        double most = stats.required("max").doubleValue();
        // Without negative amounts no partial sum is larger than the whole.
        double largestPartial = least >= 0 ? sum : count * Math.max(Math.abs(least), Math.abs(most));
        return new AmountSum(new BigDecimal(sum).setScale(0, RoundingMode.HALF_EVEN), largestPartial <= MOST_EXACT);
    }

    /** The sum. */
    Amount amount(String currency) {
        return new Amount(millionths.movePointLeft(DECIMALS), currency);
    }

    /** The sum divided by a positive number, rounded half up to millionths. */
    Amount average(String currency, long divisor) {
        BigDecimal average = millionths.divide(BigDecimal.valueOf(divisor), 0, RoundingMode.HALF_UP);
        return new Amount(average.movePointLeft(DECIMALS), currency);
    }
}
