package io.clientele.edge.funnel;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A funnel as a client asks for it. */
@Input("FunnelInput")
@Description("A funnel: ordered steps within a window of time.")
public record FunnelInput(
        @NonNull @Description("The steps in order, 1 to 32.")
        List<@NonNull FunnelStepInput> steps,

        @NonNull
        @Description("How long after the first step the last one may come, inclusive: ISO-8601 such as P7D or PT30M;"
                + " a week is exactly seven days, months and years are refused.")
        String window,

        @Nullable @DefaultValue("ANY") @Description("Which first step an attempt may start from.")
        FunnelAnchor anchor,

        @Nullable
        @DefaultValue("false")
        @Description("Whether each step must be strictly later than the one before, as when a step is repeated.")
        Boolean strictIncrease,

        @Nullable @DefaultValue("CUSTOMER") @Description("Whose events are put in order.")
        FunnelEntity entity,

        @NonNull @Description("The first instant of the range.")
        Instant from,

        @NonNull @Description("The first instant after the range.")
        Instant to,

        @Nullable @Description("Computes the funnel for each value of a field too.")
        FunnelBreakdownInput breakdown) {}
