package io.clientele.campaign.benefit;

/** What a coupon becomes, and what it then holds of its benefit's budget, in millionths. */
record CouponChange(String couponId, CouponState state, long held) {}
