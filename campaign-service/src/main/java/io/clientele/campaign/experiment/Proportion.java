package io.clientele.campaign.experiment;

/**
 * How many did it.
 *
 * @param successes 0 to {@code trials}
 * @param trials 0 or more
 */
public record Proportion(long successes, long trials) {

    public Proportion {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " successes of " + trials + " trials");
        }
    }

    /** Between 0 and 1; not a number without trials. */
    double value() {
        return (double) successes / trials;
    }

    /** Wald's variance of the proportion. */
    double variance() {
        return value() * (1 - value()) / trials;
    }

    /** Whether there are so few successes or failures that the proportion is not close to normal. */
    boolean few(long least) {
        return successes < least || trials - successes < least;
    }

    /** Wilson's score interval (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927), the lower limit of it. */
    double wilsonLow(double quantile) {
        return successes == 0 ? 0 : wilson(quantile, -1);
    }

    /** The upper limit of {@link #wilsonLow}. */
    double wilsonHigh(double quantile) {
        return successes == trials ? 1 : wilson(quantile, 1);
    }

    private double wilson(double quantile, int side) {
        double square = quantile * quantile;
        double spread = quantile * Math.sqrt(square + 4 * successes * (1 - value()));
        return (2 * successes + square + side * spread) / (2 * (trials + square));
    }
}
