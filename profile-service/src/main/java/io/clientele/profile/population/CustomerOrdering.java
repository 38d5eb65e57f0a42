package io.clientele.profile.population;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.jspecify.annotations.Nullable;

import io.clientele.contract.index.CustomerField;

/** What comes first in a list of customers; of equals the smaller id. */
@Enum("CustomerOrder")
@Description("What comes first in a list of customers; of equals the smaller id.")
public enum CustomerOrdering {
    /** By id, ascending. */
    ID(null),
    /** Who did something last. */
    LAST_SEEN(CustomerField.LAST_SEEN),
    /** Who brought the most revenue ever. */
    REVENUE(CustomerField.REVENUE),
    /** Who brought the most revenue in the last 365 days. */
    MONETARY(CustomerField.MONETARY),
    /** Whose loss would cost most. */
    VALUE_AT_RISK(CustomerField.VALUE_AT_RISK);

    private final @Nullable CustomerField descendingBy;

    CustomerOrdering(@Nullable CustomerField descendingBy) {
        this.descendingBy = descendingBy;
    }

    @Nullable
    CustomerField descendingBy() {
        return descendingBy;
    }
}
