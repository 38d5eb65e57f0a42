package io.clientele.campaign.definition;

import java.util.OptionalLong;

/**
 * What a campaign may spend on contacts and on coupons at their greatest cost.
 *
 * @param total in all, in millionths of the currency
 * @param perDay on one business day, in millionths of the currency
 */
public record Budget(OptionalLong total, OptionalLong perDay, String currency) {}
