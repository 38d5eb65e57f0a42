package io.clientele.profile.portrait;

import org.jspecify.annotations.Nullable;

import io.clientele.profile.facts.Preferences;
import io.clientele.profile.trait.Traits;

/** Where a customer lives: each part as its trait of that name says, or else where most of its events came from. */
public record Place(
        @Nullable String country,
        @Nullable String region,
        @Nullable String city,
        @Nullable String cityTier) {

    static Place of(Traits traits, Preferences events) {
        return new Place(
                part(traits, "country", events.country()),
                part(traits, "region", events.region()),
                part(traits, "city", events.city()),
                part(traits, "city_tier", events.cityTier()));
    }

    private static @Nullable String part(Traits traits, String name, @Nullable String byEvents) {
        String said = traits.text(name);
        return said == null || said.isEmpty() ? byEvents : said;
    }
}
