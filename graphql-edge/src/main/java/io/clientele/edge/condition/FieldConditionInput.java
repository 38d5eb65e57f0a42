package io.clientele.edge.condition;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A comparison of a field, of an event or of a customer, as a client writes it. */
@Input("FieldConditionInput")
@Description("A comparison of a field.")
public record FieldConditionInput(
        @NonNull
        @Description(
                "Of an event a stored field such as product.price, or a path below properties. or traits.; of a customer one of customerFields, such as value_tier.")
        String field,

        @NonNull @Description("How it is compared.") ConditionOperator operator,

        @Nullable
        @Description(
                "As texts: 3, 19.99, 2026-03-01T12:00:00Z, of days how many ago, or the text itself. None with EXISTS.")
        List<@Nullable String> values) {}
