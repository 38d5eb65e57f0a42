package io.clientele.profile.churn;

import java.util.Locale;

/** What shows that a customer is leaving. */
public enum SignalKind {
    /** No login for 7 days in a row; no visit, where the customer has no logins. */
    SILENT,
    /** Browsing time down by half. */
    BROWSING_DOWN,
    /** Something lies in the cart for more than 7 days, unpaid. */
    CART_UNPAID,
    /** The time since the last order is twice the customer's own cycle. */
    INTERVAL_STRETCHED,
    /** The mean order value is down by 30 %. */
    ORDER_VALUE_DOWN;

    /** The name in fields, such as {@code cart_unpaid}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
