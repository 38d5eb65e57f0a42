package io.clientele.funnel.journey;

import org.eclipse.microprofile.graphql.Description;

import io.clientele.funnel.question.Listing;

/** In which order a journey is told. Events of one instant are in the order of their message ids. */
@Description("In which order a journey is told.")
public enum JourneyOrder {
    NEWEST_FIRST(false),
    OLDEST_FIRST(true);

    private final boolean ascending;

    JourneyOrder(boolean ascending) {
        this.ascending = ascending;
    }

    Listing listing() {
        return new Listing("journey " + name(), "@timestamp", ascending, "message_id", true);
    }
}
