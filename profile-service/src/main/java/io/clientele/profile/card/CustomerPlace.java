package io.clientele.profile.card;

import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

import io.clientele.profile.portrait.Place;

/** Where a customer lives. */
@Description("Where a customer lives: as its traits say, or else where most of its events came from.")
public record CustomerPlace(
        @Nullable String country,
        @Nullable String region,
        @Nullable String city,

        @Nullable @Description("The class of the city's size, as the shop names it.")
        String cityTier) {

    static CustomerPlace of(Place place) {
        return new CustomerPlace(place.country(), place.region(), place.city(), place.cityTier());
    }
}
