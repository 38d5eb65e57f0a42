package io.clientele.campaign.experiment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * What is kept of many whole numbers, such as amounts in millionths: sums, which add up exactly in any order, so that
 * neither rounding nor cancellation touches the variance.
 *
 * @param count 0 or more
 * @param sumOfSquares at least sum² ÷ count
 */
public record Sample(long count, BigInteger sum, BigInteger sumOfSquares) {

    public Sample {
        if (count < 0 || spread(count, sum, sumOfSquares).signum() < 0) {
            throw new IllegalArgumentException(
                    "no " + count + " numbers have the sum " + sum + " and the sum of squares " + sumOfSquares);
        }
    }

    /** Not a number of an empty sample. */
    double mean() {
        return count == 0 ? Double.NaN : ratio(sum, BigInteger.valueOf(count));
    }

    /** The unbiased variance of one number, (Σx² − (Σx)² ÷ n) ÷ (n − 1); not a number below two. */
    double variance() {
        BigInteger n = BigInteger.valueOf(count);
        return count < 2 ? Double.NaN : ratio(spread(count, sum, sumOfSquares), n.multiply(n.subtract(BigInteger.ONE)));
    }

    /** n times the sum of squared deviations. */
    private static BigInteger spread(long count, BigInteger sum, BigInteger sumOfSquares) {
        return sumOfSquares.multiply(BigInteger.valueOf(count)).subtract(sum.multiply(sum));
    }

    private static double ratio(BigInteger part, BigInteger whole) {
        return new BigDecimal(part)
                .divide(new BigDecimal(whole), MathContext.DECIMAL128)
                .doubleValue();
    }
}
