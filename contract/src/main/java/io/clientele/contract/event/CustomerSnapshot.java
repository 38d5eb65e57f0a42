package io.clientele.contract.event;

import org.jspecify.annotations.Nullable;

/**
 * The customer's traits as of the event, so that an analysis of the past sees the customer of the past.
 *
 * @param ageBand such as {@code 25-34}
 * @param gender such as {@code female}
 * @param tier the value tier
 * @param lifecycle the stage of life as a customer
 * @param spending the spending power's class
 */
public record CustomerSnapshot(
        @Nullable String ageBand,
        @Nullable String gender,
        @Nullable String tier,
        @Nullable String lifecycle,
        @Nullable String spending) {
    /** Of an event that says nothing of its customer. */
    public static final CustomerSnapshot NONE = new CustomerSnapshot(null, null, null, null, null);

    public CustomerSnapshot {
        ageBand = Check.keyword("customer.age_band", ageBand);
        gender = Check.keyword("customer.gender", gender);
        tier = Check.keyword("customer.tier", tier);
        lifecycle = Check.keyword("customer.lifecycle", lifecycle);
        spending = Check.keyword("customer.spending", spending);
    }
}
