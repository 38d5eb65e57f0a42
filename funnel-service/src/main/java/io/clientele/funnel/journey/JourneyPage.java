package io.clientele.funnel.journey;

import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

import io.clientele.contract.event.Page;

/** The page or screen that the customer looked at. */
@Description("The page or screen that the customer looked at.")
public record JourneyPage(
        @Description("Without host and query; of a screen, its name.") @Nullable
        String path,

        @Nullable String title,
        @Description("The page before.") @Nullable String referrer,

        @Description("How long the page took to load, in milliseconds.") @Nullable
        Long loadMs,

        @Description("How long the customer stayed, in milliseconds.") @Nullable
        Long dwellMs) {

    static JourneyPage of(Page page) {
        return new JourneyPage(page.path(), page.title(), page.referrer(), page.loadMs(), page.dwellMs());
    }
}
