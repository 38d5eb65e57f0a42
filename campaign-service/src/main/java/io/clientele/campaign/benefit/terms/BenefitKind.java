package io.clientele.campaign.benefit.terms;

import org.eclipse.microprofile.graphql.Description;

/** What a benefit gives. */
@Description("What a benefit gives.")
public enum BenefitKind {
    @Description("An amount off from a spending on: 20 off from 50.")
    THRESHOLD,

    @Description("A part of the goods off.")
    PERCENT,

    @Description("The more is spent, the larger the amount off.")
    STEPPED,

    @Description("The shipping for nothing, or a part of it.")
    FREE_SHIPPING
}
