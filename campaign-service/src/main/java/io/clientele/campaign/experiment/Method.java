package io.clientele.campaign.experiment;

/** How an interval was computed. */
public enum Method {
    WALD("Wald's interval of a difference of proportions, variances not pooled"),

    NEWCOMBE(
            "Newcombe's hybrid score interval of a difference of proportions (method 10 of R. G. Newcombe, Statistics in "
                    + "Medicine 17, 1998), since a group has fewer than 10 customers who converted, or who did not"),

    WELCH("Welch's interval of a difference of means, normal quantile"),

    WELCH_STUDENT(
            "Welch's interval of a difference of means, Student's quantile, since there are fewer than 1,000 degrees "
                    + "of freedom");

    private final String description;

    Method(String description) {
        this.description = description;
    }

    /** One clause, in English. */
    public String description() {
        return description;
    }
}
