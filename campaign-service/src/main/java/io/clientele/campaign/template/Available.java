package io.clientele.campaign.template;

/**
 * What a message has to tell of besides the customer and the shop.
 *
 * @param benefit whether its variant gives a benefit, so that there is a coupon
 * @param event whether its campaign is triggered by an event
 */
public record Available(boolean benefit, boolean event) {

    /** A variant with a benefit of a campaign triggered by an event. */
    public static final Available EVERYTHING = new Available(true, true);
}
