package io.clientele.campaign.definition;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A customer's silence, as a client writes it. */
@Input("InactivityInput")
@Description("A customer's silence, as a client writes it.")
public record InactivityInput(
        @NonNull @Description("The events whose absence counts, after the first of them.")
        EventMatchInput after,

        @NonNull @Description("How long, ISO-8601 such as P30D or PT1H.")
        String lasting) {}
