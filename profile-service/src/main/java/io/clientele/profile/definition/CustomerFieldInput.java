package io.clientele.profile.definition;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A comparison of a field, as a client writes it. */
@Input("CustomerFieldInput")
@Description("A comparison of a field.")
public record CustomerFieldInput(
        @NonNull @Description("A field such as value_tier or recency_days; customerFields lists them.")
        String field,

        @NonNull @Description("How it is compared.") ConditionOperator operator,

        @Nullable
        @Description(
                "As texts: 3, 19.99, 2026-03-01T12:00:00Z, of days how many ago, or the text itself. None with EXISTS.")
        List<@Nullable String> values) {}
