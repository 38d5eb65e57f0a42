package io.clientele.campaign.effect;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What the customers of one variant did. */
@Description("What the customers of one variant did.")
public record VariantResults(
        @NonNull @Description("The variant's name.") String variant,

        @NonNull @Description("Customers whose first exposure was to it.")
        GroupResults group) {}
