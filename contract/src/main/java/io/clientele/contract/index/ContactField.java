package io.clientele.contract.index;

/**
 * What the index {@code contacts} holds of a contact: names and types. A field without a value is absent. Names of classes
 * ({@code decision}, {@code reason}, …) are in lower snake case. {@code docs/bi.md} describes each with its unit.
 */
public enum ContactField {
    /** Also the document's {@code _id}. */
    CONTACT_ID("contact_id", FieldType.KEYWORD),
    CAMPAIGN_ID("campaign_id", FieldType.KEYWORD),
    CAMPAIGN_VERSION("campaign_version", FieldType.LONG),
    /** As the decision knew the customer. */
    CUSTOMER_ID("customer_id", FieldType.KEYWORD),

    /** When the campaign's trigger named the customer. */
    ENTERED_AT("entered_at", FieldType.DATE),
    DECIDED_AT("decided_at", FieldType.DATE),
    /** The calendar day of the decision where the customer is. */
    LOCAL_DAY("local_day", FieldType.DATE),
    DECISION("decision", FieldType.KEYWORD),
    /** Of a suppressed contact. */
    REASON("reason", FieldType.KEYWORD),
    VARIANT("variant", FieldType.KEYWORD),
    CHANNEL("channel", FieldType.KEYWORD),

    STATUS("status", FieldType.KEYWORD),
    STATUS_AT("status_at", FieldType.DATE),
    READ_AT("read_at", FieldType.DATE),
    DISMISSED_AT("dismissed_at", FieldType.DATE),

    /** Of the contact itself, without what its coupon gives. */
    COST("cost", FieldType.MONEY),
    /** Of the cost. */
    CURRENCY("currency", FieldType.KEYWORD),

    BENEFIT_ID("benefit_id", FieldType.KEYWORD),
    COUPON_STATE("coupon_state", FieldType.KEYWORD),
    /** What the coupon's redemption took off, if it stands. */
    DISCOUNT("discount", FieldType.MONEY),
    /** Of the discount. */
    DISCOUNT_CURRENCY("discount_currency", FieldType.KEYWORD),

    /** 1 if an order that counts followed within the goal's time and before the customer's next contact, else 0. */
    CONVERTED("converted", FieldType.LONG),
    ORDERS("orders", FieldType.LONG),
    /** Of the orders, less what was paid back. */
    REVENUE("revenue", FieldType.MONEY),
    /** Of the revenue. */
    REVENUE_CURRENCY("revenue_currency", FieldType.KEYWORD),

    /** When the document was written. */
    UPDATED_AT("updated_at", FieldType.DATE);

    private final String fieldName;
    private final FieldType type;

    ContactField(String fieldName, FieldType type) {
        this.fieldName = fieldName;
        this.type = type;
    }

    /** The name in the index, such as {@code decided_at}. */
    public String fieldName() {
        return fieldName;
    }

    public FieldType type() {
        return type;
    }
}
