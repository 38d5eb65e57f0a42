package io.clientele.funnel.rekey;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.event.CustomerId;
import io.clientele.funnel.internal.InternalRefusal;
import io.clientele.funnel.internal.InternalRefusal.Reason;
import io.clientele.funnel.internal.RequestBody;

/**
 * A wish about a state: every event of this home customer and time is stored under this customer.
 *
 * @param home the customer that the events themselves name
 * @param from the first instant, or null for no bound
 * @param to the instant after the last, or null for no bound
 * @param customer whom they are to be stored under; the home customer if they are to go back
 * @param decision the number of the decision, 1 or more; what a higher one placed is left there
 */
record RekeyRequest(
        CustomerId home, @Nullable Instant from, @Nullable Instant to, CustomerId customer, long decision) {

    private static final String HOME = "homeCustomer";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String CUSTOMER = "customer";
    private static final String DECISION = "decision";
    private static final Set<String> KEYS = Set.of(HOME, FROM, TO, CUSTOMER, DECISION);

    RekeyRequest {
        if (from != null && to != null && !from.isBefore(to)) {
            throw new InternalRefusal(Reason.INVALID_RANGE, TO, "is not after from");
        }
    }

    static RekeyRequest read(RequestBody fields) {
        fields.only(KEYS);
        return new RekeyRequest(
                fields.customer(HOME),
                fields.instant(FROM),
                fields.instant(TO),
                fields.customer(CUSTOMER),
                fields.number(DECISION));
    }
}
