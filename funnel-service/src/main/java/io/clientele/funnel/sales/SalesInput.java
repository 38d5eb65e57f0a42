package io.clientele.funnel.sales;

import java.time.Instant;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import io.clientele.edge.condition.ConditionInput;
import io.clientele.funnel.question.TimeRange;

/** What was sold, as a client asks for it. */
@Input("SalesInput")
@Description("A range of time, and which of its orders.")
public record SalesInput(
        @NonNull @Description("The first instant of the range.")
        Instant from,

        @NonNull @Description("The first instant after the range.")
        Instant to,

        @Nullable @Description("Only such events Order Completed.")
        ConditionInput filter) {

    SalesQuestion question() {
        return new SalesQuestion(TimeRange.ofInput(from, to), filter == null ? null : filter.ofEvent("input.filter"));
    }
}
