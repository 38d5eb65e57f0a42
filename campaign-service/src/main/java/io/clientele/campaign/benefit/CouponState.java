package io.clientele.campaign.benefit;

import org.eclipse.microprofile.graphql.Description;

/** Whether a coupon can be used. */
@Description("Whether a coupon can be used.")
public enum CouponState {
    @Description("It can; also again, after the order it was used for was reversed in time.")
    USABLE,

    @Description("It was used for an order.")
    REDEEMED,

    @Description("Its time is over.")
    EXPIRED
}
