package io.clientele.campaign.policy.rules;

import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/**
 * Where customers are, as far as clocks go.
 *
 * @param shop the zone of those of whom it is not known
 */
public record CustomerZone(ZoneId shop) {

    /** The trait that tells it, as in {@code Asia/Shanghai}. */
    public static final String TRAIT = "timezone";

    /**
     * The zone that a trait names, or the shop's if it names none: what customers' devices say is not always a zone.
     *
     * @param trait the text of the trait {@value #TRAIT}; null if the customer has none
     */
    public ZoneId of(@Nullable String trait) {
        return trait != null && ZoneId.getAvailableZoneIds().contains(trait) ? ZoneId.of(trait) : shop;
    }
}
