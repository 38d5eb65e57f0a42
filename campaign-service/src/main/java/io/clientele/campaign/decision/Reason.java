package io.clientele.campaign.decision;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Why a customer was not contacted. */
@Enum("SuppressionReason")
@Description("Why a customer was not contacted.")
public enum Reason {
    @Description("Nobody is known by the id that entered.")
    UNKNOWN_CUSTOMER,

    @Description("The campaign was over.")
    CAMPAIGN_ENDED,

    @Description("It was due so long ago that it would not make sense any more.")
    TOO_LATE,

    @Description("The customer did what ends the waiting, such as paying.")
    UNTIL_MET,

    @Description("The customer was not, or no longer, in the audience.")
    NOT_IN_AUDIENCE,

    @Description("The customer had entered before, under another id.")
    ALREADY_ENTERED,

    @Description("The customer does not agree to being contacted on this channel.")
    NO_CONSENT,

    @Description("The address bounced, complained, or was unsubscribed.")
    SUPPRESSED_ADDRESS,

    @Description("There is no address to send to.")
    NO_ADDRESS,

    @Description("It was a quiet hour, in which nothing is sent, not even later.")
    QUIET_HOURS,

    @Description("The customer got as many messages as the policy allows.")
    CAPPED,

    @Description("The campaign's budget, or the benefit's, is used up.")
    OUT_OF_BUDGET,

    @Description("The benefit's stock is used up.")
    OUT_OF_STOCK,

    @Description("The customer has as many coupons of the benefit as one customer can have.")
    CUSTOMER_LIMIT,

    @Description("The benefit's time was over.")
    BENEFIT_ENDED,

    @Description("The message could not be written for this customer.")
    TEMPLATE_FAILED
}
