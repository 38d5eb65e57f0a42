package io.clientele.contract.event;

import org.jspecify.annotations.Nullable;

/**
 * Where the customer was.
 *
 * @param country a name or a code, as the shop sends it
 * @param region province or state
 * @param city its name
 * @param cityTier the shop's class of cities, such as {@code tier_1}
 */
public record Geo(
        @Nullable String country,
        @Nullable String region,
        @Nullable String city,
        @Nullable String cityTier) {
    /** Of an event that says nothing of its place. */
    public static final Geo NONE = new Geo(null, null, null, null);

    public Geo {
        country = Check.keyword("geo.country", country);
        region = Check.keyword("geo.region", region);
        city = Check.keyword("geo.city", city);
        cityTier = Check.keyword("geo.city_tier", cityTier);
    }
}
