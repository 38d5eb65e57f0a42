package io.clientele.contract.index;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What can be asked of a customer and is searchable in the index {@code customers}: names, types, and how many values
 * one customer can have. A field without a value is absent. Named classes ({@code value_tier}, {@code risk}, …) are in
 * lower snake case. {@code docs/bi.md} describes each with its unit.
 *
 * <p>Fields of the type {@link FieldType#DAY} hold a business day and are asked for by how many days ago it is, so that
 * what a document says stays true while time passes.
 */
public enum CustomerField {
    /** The customer's id; of a visitor without a user id {@code anon:} and the device's id. */
    CUSTOMER_ID("customer_id", FieldType.KEYWORD),
    /** {@code user} if a user id is known, else {@code visitor}. */
    KIND("kind", FieldType.KEYWORD),

    GENDER("gender", FieldType.KEYWORD),
    AGE_BAND("age_band", FieldType.KEYWORD),
    COUNTRY("country", FieldType.KEYWORD),
    REGION("region", FieldType.KEYWORD),
    CITY("city", FieldType.KEYWORD),
    CITY_TIER("city_tier", FieldType.KEYWORD),

    FIRST_SEEN("first_seen", FieldType.DATE),
    LAST_SEEN("last_seen", FieldType.DATE),
    FIRST_ORDER_AT("first_order_at", FieldType.DATE),
    LAST_ORDER_AT("last_order_at", FieldType.DATE),
    /** Of the last visit. */
    LAST_VISIT_AT("last_visit_at", FieldType.DATE),
    SINCE_FIRST_SEEN("days_since_first_seen", FieldType.DAY),
    SINCE_LAST_SEEN("days_since_last_seen", FieldType.DAY),
    SINCE_LAST_VISIT("days_since_last_visit", FieldType.DAY),
    SINCE_FIRST_ORDER("days_since_first_order", FieldType.DAY),
    /** R of RFM: since the last order. */
    RECENCY_DAYS("recency_days", FieldType.DAY),

    VISITS("visits", FieldType.LONG),
    SESSIONS("sessions", FieldType.LONG),
    DAYS_ACTIVE("days_active", FieldType.LONG),
    /** Time on pages in all, in milliseconds. */
    DWELL_MS("dwell_ms", FieldType.LONG),
    /** Pieces in the cart now. */
    CART_ITEMS("cart_items", FieldType.LONG),
    CART_VALUE("cart_value", FieldType.MONEY),
    /** Since the oldest piece in the cart was put there. */
    CART_AGE_DAYS("cart_age_days", FieldType.DAY),

    /** Of the amounts of this customer. */
    CURRENCY("currency", FieldType.KEYWORD),
    /** Ever. */
    ORDERS("orders", FieldType.LONG),
    /** Orders after the first. */
    REPURCHASES("repurchases", FieldType.LONG),
    REVENUE("revenue", FieldType.MONEY),
    /** Average order value. */
    AOV("aov", FieldType.MONEY),
    /** The customer's own usual time between two orders. */
    CYCLE_DAYS("cycle_days", FieldType.LONG),

    /** F of RFM: orders in the last 365 days. */
    FREQUENCY("frequency", FieldType.LONG),
    /** M of RFM: revenue of the last 365 days. */
    MONETARY("monetary", FieldType.MONEY),
    /** 1 to 5, as are the next two; absent without an order. */
    R_SCORE("r_score", FieldType.LONG),
    F_SCORE("f_score", FieldType.LONG),
    M_SCORE("m_score", FieldType.LONG),
    /** The three scores in a row, such as {@code 545}. */
    RFM("rfm", FieldType.KEYWORD),
    VALUE_TIER("value_tier", FieldType.KEYWORD),
    LIFECYCLE("lifecycle", FieldType.KEYWORD),
    FREQUENCY_CLASS("frequency_class", FieldType.KEYWORD),
    SPENDING_POWER("spending_power", FieldType.KEYWORD),

    RISK("risk", FieldType.KEYWORD),
    /** Churn signals that hold; several. */
    SIGNALS("signals", FieldType.KEYWORD),
    VALUE_AT_RISK("value_at_risk", FieldType.MONEY),

    /** Most preferred first; several. */
    PREFERRED_CATEGORY("preferred_category", FieldType.KEYWORD),
    PRICE_BAND("price_band", FieldType.KEYWORD),
    DEVICE("device", FieldType.KEYWORD),
    OS("os", FieldType.KEYWORD),
    CHANNEL("channel", FieldType.KEYWORD),
    /** The business hour of the day in which the customer is most active, 0 to 23. */
    ACTIVE_HOUR("active_hour", FieldType.LONG),

    /** Ids of the customer's tags, of every kind; several. */
    TAGS("tags", FieldType.KEYWORD);

    private static final Map<String, CustomerField> BY_NAME = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(CustomerField::fieldName, Function.identity()));

    private final String fieldName;
    private final FieldType type;

    CustomerField(String fieldName, FieldType type) {
        this.fieldName = fieldName;
        this.type = type;
    }

    /** The field of a name such as {@code value_tier}, if there is one. */
    public static Optional<CustomerField> named(String fieldName) {
        return Optional.ofNullable(BY_NAME.get(fieldName));
    }

    /** The name in conditions and in the index, such as {@code value_tier}. */
    public String fieldName() {
        return fieldName;
    }

    public FieldType type() {
        return type;
    }
}
