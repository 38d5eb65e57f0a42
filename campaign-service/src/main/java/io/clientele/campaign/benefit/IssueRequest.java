package io.clientele.campaign.benefit;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A coupon that is to be issued.
 *
 * @param couponId what tells this coupon from any other, the same when it is asked for again
 * @param customerId as profile-service knows the customer
 * @param ids every id of the customer: what it has under any of them counts for its limit; its own is always one
 * @param contactId the contact that it comes with; null if it comes with none
 * @param at when it is issued
 */
public record IssueRequest(
        String couponId,
        String benefitId,
        String customerId,
        Set<String> ids,
        @Nullable String contactId,
        Instant at) {

    public IssueRequest {
        Set<String> all = new HashSet<>(ids);
        all.add(customerId);
        ids = Set.copyOf(all);
    }

    /** For a customer who has no other id. */
    public IssueRequest(String couponId, String benefitId, String customerId, @Nullable String contactId, Instant at) {
        this(couponId, benefitId, customerId, Set.of(), contactId, at);
    }

    /** Whose coupons count for the limit. */
    List<Holder> holders() {
        return ids.stream().map(id -> new Holder(benefitId, id)).toList();
    }
}
