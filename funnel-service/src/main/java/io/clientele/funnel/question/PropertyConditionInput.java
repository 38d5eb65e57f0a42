package io.clientele.funnel.question;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A comparison of an event's field, as a client writes it. */
@Input("PropertyConditionInput")
@Description("A comparison of an event's field.")
public record PropertyConditionInput(
        @NonNull @Description("A stored field such as product.price, or a path below properties. or traits.")
        String field,

        @NonNull @Description("How it is compared.") ConditionOperator operator,

        @Nullable @Description("As texts: 3, 19.99, 2026-03-01T12:00:00Z, or the text itself. None with EXISTS.")
        List<@Nullable String> values) {}
