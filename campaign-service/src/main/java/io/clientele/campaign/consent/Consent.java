package io.clientele.campaign.consent;

import java.time.Instant;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What a customer last said about being written to. */
@Description("What a customer last said about being written to.")
public record Consent(
        @NonNull ConsentScope scope,

        @Description("False if it was withdrawn or refused.")
        boolean given,

        @NonNull Instant at,

        @NonNull ConsentSource source,

        @Nullable @Description("How it can be proven, as whoever entered it wrote.")
        String evidence) {}
