package io.clientele.profile.value;

import java.util.Locale;

/**
 * Where in its life as a customer somebody is. Total and disjoint: the first that fits, in this order; what the business's
 * definitions leave open is {@link #ACTIVE}.
 */
public enum LifecycleStage {
    /** Has ordered, and neither visited nor ordered for 90 days: asked first, for what somebody was does not outlive leaving. */
    DORMANT,
    /** Browsed, never carted, no order; 1 or 2 visits, dwell below 3 minutes in all: high potential, to activate. */
    POTENTIAL,
    /** Carted, no order; at least 1 product in the cart, at least 2 visits within 3 days: clear need, to convert. */
    INTENT,
    /** One order, below the platform's mean order value, no repurchase: first purchase, to retain. */
    NEW,
    /** At least 3 repurchases, cycle below 30 days, mean order value at least the platform's: high value, to refer. */
    LOYAL,
    /** Whatever else: 1 or 2 repurchases, a first order of at least the mean, a visitor who browses much. */
    ACTIVE;

    /** The name in fields, such as {@code intent}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
