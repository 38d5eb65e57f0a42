package io.clientele.campaign.experiment;

import java.util.Optional;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** The difference between two groups of customers, treated minus control. */
public record Lift(Estimate estimate, Method method) {

    /** Below this number of successes or failures a normal approximation of a proportion is poor. */
    private static final long FEW = 10;

    /** From here on Student's quantile of 95 % is within 0.2 % of the normal one. */
    private static final double MANY_DEGREES = 1_000;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * The difference of two proportions, as a proportion. By Wald, {@code p₁ − p₂ ± z √(p₁q₁/n₁ + p₂q₂/n₂)}; with few
     * successes or failures in either group by Newcombe's hybrid score interval, whose p-value is the one that belongs to
     * the interval: 1 minus the greatest confidence at which it leaves 0 out.
     *
     * @param confidence between 0 and 1
     * @return empty without customers in both groups
     */
    public static Optional<Lift> ofProportions(Proportion treated, Proportion control, double confidence) {
        if (treated.trials() == 0 || control.trials() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                treated.few(FEW) || control.few(FEW)
                        ? newcombe(treated, control, confidence)
                        : symmetric(
                                treated.value() - control.value(),
                                Math.sqrt(treated.variance() + control.variance()),
                                NORMAL,
                                confidence,
                                Method.WALD));
    }

    /**
     * The difference of two means, by Welch, {@code m₁ − m₂ ± z √(s₁²/n₁ + s₂²/n₂)}.
     *
     * @param confidence between 0 and 1
     * @return empty without two customers in both groups, or if all customers of each group are alike: nothing is known of
     *     how the means would vary then
     */
    public static Optional<Lift> ofMeans(Sample treated, Sample control, double confidence) {
        if (treated.count() < 2 || control.count() < 2) {
            return Optional.empty();
        }
        double ofTreated = treated.variance() / treated.count();
        double ofControl = control.variance() / control.count();
        if (ofTreated + ofControl == 0) {
            return Optional.empty();
        }
        // Welch and Satterthwaite.
        double degrees = Math.pow(ofTreated + ofControl, 2)
                / (ofTreated * ofTreated / (treated.count() - 1) + ofControl * ofControl / (control.count() - 1));
        boolean many = degrees >= MANY_DEGREES;
        return Optional.of(symmetric(
                treated.mean() - control.mean(),
                Math.sqrt(ofTreated + ofControl),
                many ? NORMAL : TDistribution.of(degrees),
                confidence,
                many ? Method.WELCH : Method.WELCH_STUDENT));
    }

    private static Lift symmetric(
            double difference, double error, ContinuousDistribution distribution, double confidence, Method method) {
        double half = error * distribution.inverseSurvivalProbability((1 - confidence) / 2);
        double pValue = 2 * distribution.survivalProbability(Math.abs(difference) / error);
        return new Lift(new Estimate(difference, difference - half, difference + half, pValue, confidence), method);
    }

    private static Lift newcombe(Proportion treated, Proportion control, double confidence) {
        double quantile = NORMAL.inverseSurvivalProbability((1 - confidence) / 2);
        return new Lift(
                new Estimate(
                        treated.value() - control.value(),
                        low(treated, control, quantile),
                        -low(control, treated, quantile),
                        2 * NORMAL.survivalProbability(touching(treated, control)),
                        confidence),
                Method.NEWCOMBE);
    }

    /** The lower limit of the difference; the upper one is that of the reversed difference, negated. */
    private static double low(Proportion more, Proportion less, double quantile) {
        return more.value()
                - less.value()
                - Math.hypot(more.value() - more.wilsonLow(quantile), less.wilsonHigh(quantile) - less.value());
    }

    /** The quantile at which the interval just touches 0, by bisection; the limit falls while the quantile rises. */
    private static double touching(Proportion treated, Proportion control) {
        boolean up = treated.value() >= control.value();
        Proportion more = up ? treated : control;
        Proportion less = up ? control : treated;
        double within = 0;
        double beyond = 1;
        while (low(more, less, beyond) > 0) {
            within = beyond;
            beyond *= 2;
        }
        for (double middle = (within + beyond) / 2;
                within < middle && middle < beyond;
                middle = (within + beyond) / 2) {
            if (low(more, less, middle) > 0) {
                within = middle;
            } else {
                beyond = middle;
            }
        }
        return within;
    }
}
