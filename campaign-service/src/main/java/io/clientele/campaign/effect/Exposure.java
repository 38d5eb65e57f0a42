package io.clientele.campaign.effect;

/** What a campaign did to a customer of its experiment. */
enum Exposure {
    /** Contacted, or drawn for it: be the coupon out of stock then, or the message one that cannot be written. */
    SENT,
    /** Left alone by this campaign. */
    CONTROL,
    /** Left alone by all campaigns. */
    HELD_OUT
}
