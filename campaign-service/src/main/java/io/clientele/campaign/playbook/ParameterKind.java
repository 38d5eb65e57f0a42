package io.clientele.campaign.playbook;

import org.eclipse.microprofile.graphql.Description;

/** What a parameter of a playbook is. */
@Description("What a parameter of a playbook is.")
public enum ParameterKind {
    @Description("A whole number.")
    NUMBER,

    @Description("A share from 0 to 1.")
    SHARE,

    @Description("An amount of money, in units of the currency.")
    MONEY,

    @Description("Three capital letters, as in ISO 4217.")
    CURRENCY,

    @Description("A time span as in ISO-8601, such as PT30M or P7D.")
    DURATION,

    @Description("Any text.")
    TEXT
}
