package io.clientele.edge.condition;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A comparison of a customer's trait, as a client writes it. */
@Input("TraitConditionInput")
@Description("A comparison of a customer's trait.")
public record TraitConditionInput(
        @NonNull
        @Description(
                "Its name, of nested traits the path, joined by dots; of an event age_band, gender, tier, lifecycle or spending.")
        String name,

        @NonNull @Description("How it is compared.") ConditionOperator operator,
        @Nullable @Description("None with EXISTS.") List<@Nullable String> values) {}
