package io.clientele.profile.edit;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import io.clientele.profile.card.Customer;

/** What came of a change. */
@Description("What came of a change.")
public record CustomerEdit(
        @NonNull Customer customer,

        @Description("Whether the customer shows the change; else it is stored and will show soon.")
        boolean applied,

        @NonNull @Description("The message that the change is.")
        String messageId) {}
