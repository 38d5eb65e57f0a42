package io.clientele.funnel.journey;

import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

import io.clientele.contract.event.Geo;

/** Where the customer was. */
@Description("Where the customer was.")
public record JourneyPlace(
        @Nullable String country,
        @Nullable String region,
        @Nullable String city,

        @Description("The shop's class of cities.") @Nullable
        String cityTier) {

    static JourneyPlace of(Geo geo) {
        return new JourneyPlace(geo.country(), geo.region(), geo.city(), geo.cityTier());
    }
}
