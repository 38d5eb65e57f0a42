package io.clientele.campaign.benefit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.benefit.terms.Cart;
import io.clientele.campaign.customer.CustomerIds;
import io.clientele.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Tells what codes take off carts, and uses them for orders. */
@ApplicationScoped
class Redemptions {

    private static final String CODE = "input.code";
    private static final String ORDER = "input.order";
    private static final String CART = "input.cart";

    private final Database database;
    private final CustomerIds customers;
    private final Clock clock;

    Redemptions(Database database, CustomerIds customers, Clock clock) {
        this.database = database;
        this.customers = customers;
        this.clock = clock;
    }

    /** What each of some codes takes off a cart, in their order; nothing is reserved by asking. */
    Uni<List<Assessment>> assess(String customer, Cart cart, List<String> codes) {
        Instant now = clock.instant();
        List<String> compared = codes.stream().map(CouponCode::compared).toList();
        return find(customer, compared).map(found -> {
            List<Assessment> assessments = new ArrayList<>();
            for (int i = 0; i < codes.size(); i++) {
                assessments.add(assess(codes.get(i), found.get(compared.get(i)), cart, now, "input.codes[" + i + "]"));
            }
            return assessments;
        });
    }

    /**
     * What a code takes off.
     *
     * @param typed as the client wrote it
     * @param holding null if the code is unknown, or another customer's
     */
    record Assessment(String typed, @Nullable CodeHolding holding, CodeHolding.Verdict verdict) {}

    private static Assessment assess(
            String typed, @Nullable CodeHolding holding, Cart cart, Instant now, String field) {
        return new Assessment(
                typed,
                holding,
                holding == null
                        ? new CodeHolding.Verdict.Refused(new CouponRefusal.Unknown(field))
                        : holding.verdict(cart, now, field));
    }

    /**
     * Uses a code for an order; the same again is answered as it was first decided. What a shopper said of an order, its own
     * or not, gives way to what the shop says of it.
     *
     * @param byShopper whether a shopper asks, with its own token
     */
    Uni<StoredRedemption> redeem(String order, String customer, String code, Cart cart, boolean byShopper) {
        String compared = CouponCode.compared(code);
        return holder(customer, compared)
                .flatMap(ids -> decided(new Wish(order, customer, ids, compared, cart, byShopper)))
                // As it is stored, with the code as customers see it.
                .flatMap(redeemed -> stored(order));
    }

    private Uni<Void> decided(Wish wish) {
        return database.inTransaction(transaction -> RedemptionStore.lock(transaction, List.of(wish.order()))
                        .chain(() -> RedemptionStore.find(transaction, List.of(wish.order())))
                        .flatMap(before -> before.isEmpty()
                                ? redeem(transaction, wish).replaceWith(true)
                                : again(transaction, wish, before.getFirst())))
                // Apart from the take-back, which stands though the shop's own wish may be refused.
                .flatMap(done -> done ? Uni.createFrom().voidItem() : decided(wish));
    }

    private record Wish(String order, String customer, Set<String> ids, String compared, Cart cart, boolean byShopper) {

        /** Why it is not what was redeemed for the order before; null if it is. */
        @Nullable
        CouponRefusal difference(StoredRedemption before) {
            if (!ids.contains(before.customerId()) || !before.compared().equals(compared)) {
                return new CouponRefusal.OrderHasAnother(ORDER);
            }
            if (before.reversedAt() != null) {
                return new CouponRefusal.OrderReversed(ORDER);
            }
            return before.isFor(cart) ? null : new CouponRefusal.OrderCartChanged(CART);
        }
    }

    /** Whether it is decided; if not, what a shopper said was taken back, and the order is free. */
    private Uni<Boolean> again(SqlConnection transaction, Wish wish, StoredRedemption before) {
        CouponRefusal difference = wish.difference(before);
        if (difference == null) {
            return (wish.byShopper() ? Uni.createFrom().voidItem() : RedemptionStore.confirm(transaction, wish.order()))
                    .replaceWith(true);
        }
        // An order that was cancelled stays so.
        return wish.byShopper() || !before.byShopper() || difference instanceof CouponRefusal.OrderReversed
                ? Uni.createFrom().failure(difference::exception)
                : takeBack(transaction, before).replaceWith(false);
    }

    private Uni<Void> takeBack(SqlConnection transaction, StoredRedemption before) {
        List<String> order = List.of(before.order());
        return BenefitStore.lock(transaction, List.of(before.benefitId()))
                .chain(() -> Reversal.reverse(transaction, order, _ -> true, clock.instant()))
                .chain(() -> RedemptionStore.delete(transaction, before.order()));
    }

    private Uni<Void> redeem(SqlConnection transaction, Wish wish) {
        return holding(transaction, wish)
                // Without the lock: what is refused already keeps nobody waiting.
                .call(found -> granted(wish, found))
                .chain(found ->
                        BenefitStore.lock(transaction, List.of(found.benefit().id())))
                // Again, as it stands under the lock: whoever held it may have taken the last.
                .chain(() -> holding(transaction, wish))
                .chain(found -> granted(wish, found).chain(discount -> keep(transaction, wish, found, discount)));
    }

    /** What is taken off, in millionths; fails with the refusal. */
    private Uni<Long> granted(Wish wish, CodeHolding found) {
        return switch (found.verdict(wish.cart(), clock.instant(), CODE)) {
            case CodeHolding.Verdict.Granted granted -> Uni.createFrom().item(granted.discount());
            case CodeHolding.Verdict.Refused refused -> Uni.createFrom().failure(refused.refusal()::exception);
        };
    }

    private static Uni<CodeHolding> holding(SqlConnection transaction, Wish wish) {
        return CodeLookup.find(transaction, List.of(wish.compared()), wish.ids())
                .map(found -> Optional.ofNullable(found.get(wish.compared()))
                        .orElseThrow(() -> new CouponRefusal.Unknown(CODE).exception()));
    }

    private Uni<Void> keep(SqlConnection transaction, Wish wish, CodeHolding found, long discount) {
        StoredCoupon coupon = found.coupon();
        String benefit = found.benefit().id();
        StoredRedemption redemption = new StoredRedemption(
                wish.order(),
                benefit,
                coupon == null ? null : coupon.id(),
                wish.compared(),
                wish.compared(),
                coupon == null ? wish.customer() : coupon.customerId(),
                wish.cart().currency(),
                wish.cart().total(),
                wish.cart().shipping(),
                wish.byShopper(),
                discount,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null);
        // A coupon was taken off the stock when it was issued.
        TallyChange tally = coupon == null
                ? new TallyChange(benefit, 1, 0, discount, 1)
                : new TallyChange(benefit, 0, -coupon.held(), discount, 1);
        List<CouponChange> changes =
                coupon == null ? List.of() : List.of(new CouponChange(coupon.id(), CouponState.REDEEMED, 0));
        return RedemptionStore.insert(transaction, redemption)
                .chain(() -> CouponStore.change(transaction, changes))
                .chain(() -> BenefitStore.change(transaction, List.of(tally)));
    }

    /** Takes back what was redeemed for an order; the same again makes no difference. */
    Uni<StoredRedemption> reverse(String order) {
        return database.inTransaction(
                        transaction -> Reversal.reverse(transaction, List.of(order), _ -> true, clock.instant()))
                .chain(() -> stored(order));
    }

    private Uni<StoredRedemption> stored(String order) {
        return database.onConnection(connection -> RedemptionStore.find(connection, List.of(order)))
                .map(found -> found.stream()
                        .findFirst()
                        .orElseThrow(() -> new CouponRefusal.OrderUnknown(ORDER).exception()));
    }

    private Uni<Map<String, CodeHolding>> find(String customer, List<String> compared) {
        return lookUp(compared, Set.of(customer))
                .flatMap(found -> found.size() == Set.copyOf(compared).size() && isOwn(found)
                        ? Uni.createFrom().item(found)
                        : ids(customer).flatMap(ids -> lookUp(compared, ids)));
    }

    /** The ids that count: of a coupon that is the customer's by the id given, that one, and profile-service is not asked. */
    private Uni<Set<String>> holder(String customer, String compared) {
        return lookUp(List.of(compared), Set.of(customer))
                .flatMap(found ->
                        !found.isEmpty() && isOwn(found) ? Uni.createFrom().item(Set.of(customer)) : ids(customer));
    }

    private static boolean isOwn(Map<String, CodeHolding> found) {
        return found.values().stream().allMatch(holding -> holding.coupon() != null);
    }

    private Uni<Map<String, CodeHolding>> lookUp(List<String> compared, Set<String> ids) {
        return database.onConnection(connection -> CodeLookup.find(connection, compared, ids));
    }

    private Uni<Set<String>> ids(String customer) {
        return customers.of(List.of(customer)).map(known -> known.getOrDefault(customer, Set.of(customer)));
    }
}
