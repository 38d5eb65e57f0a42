package io.clientele.profile.definition;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A comparison of a trait, as a client writes it. */
@Input("CustomerTraitInput")
@Description("A comparison of a trait.")
public record CustomerTraitInput(
        @NonNull @Description("Its name; of nested traits the path, joined by dots.")
        String name,

        @NonNull @Description("How it is compared.") ConditionOperator operator,
        @Nullable @Description("None with EXISTS.") List<@Nullable String> values) {}
