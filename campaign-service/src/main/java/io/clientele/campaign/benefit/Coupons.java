package io.clientele.campaign.benefit;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.campaign.customer.CustomerIds;
import io.clientele.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Coupons, for the features that hand them out and show them. */
@ApplicationScoped
public class Coupons {

    private final Database database;
    private final CustomerIds customers;
    private final Clock clock;
    private final SecureRandom codes = new SecureRandom();

    Coupons(Database database, CustomerIds customers, Clock clock) {
        this.database = database;
        this.customers = customers;
        this.clock = clock;
    }

    /**
     * Issues coupons, each taken off its benefit's stock, its greatest cost reserved of the budget. The benefits stay locked
     * until the transaction ends, so call it once in a transaction, late, and after any locks on customers.
     *
     * @param requests who asks first gets the last of a stock; a coupon that was issued before is the same again
     * @return the outcomes, by the coupons' ids
     */
    public Uni<Map<String, IssueOutcome>> issue(SqlConnection transaction, List<IssueRequest> requests) {
        if (requests.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Set<String> benefits = requests.stream().map(IssueRequest::benefitId).collect(Collectors.toSet());
        Set<Holder> holders =
                requests.stream().flatMap(request -> request.holders().stream()).collect(Collectors.toSet());
        List<String> ids = requests.stream().map(IssueRequest::couponId).toList();
        // What others decided of these benefits is read after the lock that they held.
        return BenefitStore.lock(transaction, benefits)
                .flatMap(locked -> byId(transaction, ids)
                        .flatMap(known -> CouponStore.held(transaction, holders)
                                .flatMap(held ->
                                        issue(transaction, requests, new Issuing(locked, known, held, codes)))));
    }

    private static Uni<Map<String, IssueOutcome>> issue(
            SqlConnection transaction, List<IssueRequest> requests, Issuing issuing) {
        Map<String, IssueOutcome> outcomes = new LinkedHashMap<>();
        requests.forEach(request -> outcomes.put(request.couponId(), issuing.decide(request)));
        return CouponStore.insert(transaction, issuing.issued()).replaceWith(outcomes);
    }

    /** Takes back what {@link #issue} issued in the same transaction and reaches nobody, as if it had not been issued. */
    public Uni<Void> withdraw(SqlConnection transaction, Collection<StoredCoupon> coupons) {
        return coupons.isEmpty()
                ? Uni.createFrom().voidItem()
                : CouponStore.withdraw(
                        transaction, coupons.stream().map(StoredCoupon::id).toList());
    }

    /** Benefits as they stand, of which coupons are issued in memory alone: nothing is locked or stored. */
    public Uni<CouponRehearsal> rehearse(SqlClient client, Collection<String> benefits) {
        return BenefitStore.find(client, benefits)
                .map(found -> new CouponRehearsal(new Issuing(found, Map.of(), Map.of(), codes)));
    }

    /** What looks like a coupon of a benefit, with a code that is none: it is stored nowhere, and takes nothing off a stock. */
    public Uni<Optional<StoredCoupon>> sample(
            SqlClient client, Optional<String> benefit, String customer, Instant now) {
        return benefit.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : BenefitStore.find(client, List.of(benefit.get()))
                        .map(found -> found.stream().findFirst().map(one -> sample(one, customer, now)));
    }

    private static StoredCoupon sample(StoredBenefit benefit, String customer, Instant now) {
        return new StoredCoupon(
                "sample",
                benefit.id(),
                benefit.version(),
                benefit.name(),
                customer,
                null,
                CouponCode.SAMPLE,
                benefit.terms(),
                CouponState.USABLE,
                0,
                now,
                benefit.validity().expiry(now));
    }

    /** What one coupon of each benefit costs at most, in millionths, by benefit; 0 where that depends on the cart alone. */
    public Uni<Map<String, Long>> greatestCosts(SqlClient client, Collection<String> benefits) {
        return benefits.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : BenefitStore.find(client, benefits)
                        .map(found -> found.stream()
                                .collect(Collectors.toMap(
                                        StoredBenefit::id,
                                        benefit -> benefit.terms().most().orElse(0))));
    }

    /** Coupons by their ids, as far as there are such. */
    public Uni<Map<String, StoredCoupon>> find(Collection<String> ids) {
        return database.onConnection(connection -> byId(connection, ids));
    }

    /**
     * Takes back what was redeemed for orders that did not come about; orders without a redemption make no difference, nor
     * do those of which it was taken back before, nor those that another customer redeemed for. A coupon is usable again
     * unless it expired meanwhile. The benefits stay locked until the transaction ends, as with {@link #issue}.
     *
     * @param orders the orders, and of each who says that it did not come about: any ids of customers
     */
    Uni<Void> reverse(SqlConnection transaction, Map<String, Set<String>> orders) {
        return RedemptionStore.find(transaction, orders.keySet()).flatMap(redemptions -> {
            List<StoredRedemption> standing = redemptions.stream()
                    .filter(redemption -> redemption.reversedAt() == null)
                    .toList();
            Set<String> strangers = strangers(standing, orders);
            Uni<Map<String, Set<String>>> known =
                    strangers.isEmpty() ? Uni.createFrom().item(Map.of()) : customers.of(strangers);
            return known.flatMap(ids -> Reversal.reverse(
                    transaction,
                    standing.stream().map(StoredRedemption::order).toList(),
                    redemption -> orders.getOrDefault(redemption.order(), Set.of()).stream()
                            .anyMatch(id -> ids.getOrDefault(id, Set.of(id)).contains(redemption.customerId())),
                    clock.instant()));
        });
    }

    /** Who may be the redemptions' customers by other ids; nobody has a blank one. */
    private static Set<String> strangers(List<StoredRedemption> redemptions, Map<String, Set<String>> orders) {
        Set<String> strangers = new HashSet<>();
        for (StoredRedemption redemption : redemptions) {
            Set<String> ids = orders.getOrDefault(redemption.order(), Set.of());
            if (!ids.contains(redemption.customerId())) {
                ids.stream().filter(id -> !id.isBlank()).forEach(strangers::add);
            }
        }
        return strangers;
    }

    /** What customers can use, by the ids that they are asked by: those coupons first that expire soonest. */
    Uni<Map<String, List<StoredCoupon>>> usable(Collection<String> customerIds) {
        Instant now = clock.instant();
        return customers.of(customerIds).flatMap(known -> {
            Set<String> ids = known.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
            return database.onConnection(connection -> CouponStore.usable(connection, ids, now))
                    .map(coupons -> byCustomer(known, coupons));
        });
    }

    private static Map<String, List<StoredCoupon>> byCustomer(
            Map<String, Set<String>> known, List<StoredCoupon> coupons) {
        Map<String, List<StoredCoupon>> usable = new HashMap<>();
        known.forEach((asked, ids) -> usable.put(
                asked,
                coupons.stream()
                        .filter(coupon -> ids.contains(coupon.customerId()))
                        .toList()));
        return usable;
    }

    private static Uni<Map<String, StoredCoupon>> byId(SqlClient client, Collection<String> ids) {
        return CouponStore.find(client, ids)
                .map(coupons -> coupons.stream().collect(Collectors.toMap(StoredCoupon::id, Function.identity())));
    }
}
