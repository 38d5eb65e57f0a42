package io.clientele.campaign.experiment;

import org.eclipse.microprofile.graphql.Description;

/**
 * A number that was measured on a sample, and how far it can be trusted.
 *
 * @param low to {@code high}: the confidence interval
 * @param pValue two-sided, of there being no difference
 * @param confidence of the interval, between 0 and 1
 */
@Description("A number that was measured on a sample, and how far it can be trusted.")
public record Estimate(
        double value,

        @Description("Where the confidence interval begins.")
        double low,

        @Description("Where it ends.") double high,

        @Description("How often chance alone would show at least so large a difference, 0 to 1.")
        double pValue,

        @Description("Of the interval, such as 0.95.") double confidence) {

    /** The estimate of a multiple, 0 or more. */
    public Estimate times(double factor) {
        return new Estimate(value * factor, low * factor, high * factor, pValue, confidence);
    }
}
