package io.clientele.profile.erasure;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What one store had of a customer. */
@Description("What one store had of the customer, and has.")
public record ErasureCount(
        @NonNull @Description("postgresql, customers (the index) or events (those of funnel-service).")
        String store,

        @NonNull @Description("The table, or the kind of document.")
        String kind,

        @Description("How many there were when they were counted first.")
        long found,

        @Nullable @Description("How many the last search found; null before it.")
        Long left) {}
