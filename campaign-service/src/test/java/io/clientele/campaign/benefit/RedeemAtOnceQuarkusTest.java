package io.clientele.campaign.benefit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.clientele.campaign.audience.FakeProfiles;
import io.clientele.campaign.benefit.terms.Cart;
import io.clientele.database.Database;
import io.clientele.edge.CodedFailure;
import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;

import static io.clientele.campaign.benefit.TestBenefits.TWENTY_FROM_FIFTY;
import static io.clientele.campaign.benefit.TestBenefits.UNIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Many customers and orders at one time, over all the connections of the pool. */
@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeProfiles.class)
class RedeemAtOnceQuarkusTest {

    private static final Cart CART = new Cart("CNY", 100 * UNIT, 0);

    private final String run = UUID.randomUUID().toString();

    @Inject
    TestBenefits benefits;

    @Inject
    Redemptions redemptions;

    @Inject
    Expiry expiry;

    @Inject
    Database database;

    @Inject
    Coupons coupons;

    @Test
    void givesExactlyTheStockToAThousandAtATime() {
        String benefit = benefits.add(TWENTY_FROM_FIFTY, 100, null, 1);
        String code = "CODE" + benefit.substring(1, 9);
        benefits.set("code = '" + code + "', code_compared = '" + CouponCode.compared(code) + "'", benefit);

        List<String> outcomes = atOnce(IntStream.range(0, 1_000)
                .mapToObj(i -> redemptions.redeem("order-" + run + i, "customer-" + run + i, code, CART, false))
                .toList());

        assertThat(outcomes).filteredOn("REDEEMED"::equals).hasSize(100);
        assertThat(outcomes).filteredOn("BENEFIT_OUT_OF_STOCK"::equals).hasSize(900);
        assertThat(benefits.benefit(benefit).tally()).isEqualTo(new StoredBenefit.Tally(100, 0, 2_000 * UNIT, 0, 100));
    }

    @Test
    void usesACouponForOneOfFiftyOrders() {
        String benefit = benefits.add(TWENTY_FROM_FIFTY, 1, 20 * UNIT, 1);
        StoredCoupon coupon = issue(benefit, "customer");

        List<String> outcomes = atOnce(IntStream.range(0, 50)
                .mapToObj(i -> redemptions.redeem("order-" + run + i, "customer", coupon.code(), CART, false))
                .toList());

        assertThat(outcomes).filteredOn("REDEEMED"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("COUPON_USED"::equals).hasSize(49);
        assertThat(benefits.benefit(benefit).tally()).isEqualTo(new StoredBenefit.Tally(1, 0, 20 * UNIT, 1, 1));
    }

    @Test
    void takesOneCouponForAnOrderThatIsSentFiftyTimesWithTwo() {
        StoredCoupon one = issue(benefits.unlimited(1), "customer");
        StoredCoupon other = issue(benefits.unlimited(1), "customer");

        List<String> outcomes = atOnce(IntStream.range(0, 50)
                .mapToObj(i -> redemptions.redeem(
                        "order-" + run, "customer", i % 2 == 0 ? one.code() : other.code(), CART, false))
                .toList());

        assertThat(outcomes).filteredOn("REDEEMED"::equals).hasSize(25);
        assertThat(outcomes).filteredOn("ORDER_HAS_ANOTHER_COUPON"::equals).hasSize(25);
    }

    @Test
    void keepsCountWhileOrdersAreRedeemedReversedAndExpiredTogether() {
        String benefit = benefits.add(TWENTY_FROM_FIFTY, 200, 4_000 * UNIT, 1);
        String other = benefits.add(TWENTY_FROM_FIFTY, 200, 4_000 * UNIT, 1);
        List<Uni<?>> work = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String order = "order-" + run + i;
            StoredCoupon used = issue(i % 2 == 0 ? benefit : other, "customer-" + i);
            StoredCoupon late = issue(i % 2 == 0 ? other : benefit, "customer-" + i);
            benefits.run(
                    "UPDATE coupon SET issued_at = now() - interval '1 hour', expires_at = now() WHERE id = $1",
                    Tuple.of(late.id()));
            work.add(redemptions.redeem(order, "customer-" + i, used.code(), CART, false));
            // Of two orders each, in either order, so that locks that are not sorted would end in a deadlock.
            Map<String, Set<String>> orders =
                    Map.of(order, Set.of("customer-" + i), "order-" + run + (99 - i), Set.of("customer-" + (99 - i)));
            work.add(database.inTransaction(transaction -> coupons.reverse(transaction, orders)));
            work.add(expiry.expire());
        }

        assertThat(atOnce(work)).containsOnly("REDEEMED");
        while (benefits.wait(expiry.expire()) > 0) {
            // Until none is left.
        }

        for (String id : List.of(benefit, other)) {
            StoredBenefit.Tally tally = benefits.benefit(id).tally();
            assertThat(tally.taken()).isEqualTo(50);
            assertThat(tally.issued()).isEqualTo(100);
            assertThat(tally.spent()).isEqualTo(tally.redeemed() * 20 * UNIT);
            assertThat(tally.reserved()).isEqualTo((50 - tally.redeemed()) * 20 * UNIT);
        }
    }

    @Test
    void leavesNothingBehindIfTheTransactionFails() {
        String benefit = benefits.add(TWENTY_FROM_FIFTY, 1, 20 * UNIT, 1);
        StoredCoupon coupon = issue(benefit, "customer");
        benefits.wait(redemptions.redeem("order-" + run, "customer", coupon.code(), CART, false));
        StoredBenefit before = benefits.benefit(benefit);

        assertThatThrownBy(() -> benefits.wait(database.inTransaction(
                        transaction -> coupons.reverse(transaction, Map.of("order-" + run, Set.of("customer")))
                                .chain(() -> Uni.createFrom().failure(new IllegalStateException("power cut"))))))
                .hasMessage("power cut");

        assertThat(benefits.benefit(benefit)).isEqualTo(before);
        assertThat(atOnce(List.of(redemptions.redeem("order-" + run, "customer", coupon.code(), CART, false))))
                .containsExactly("REDEEMED");
    }

    @Test
    void givesBackWhatExpiredCouponsHeld() {
        String benefit = benefits.add(TWENTY_FROM_FIFTY, 2, 40 * UNIT, 1);
        StoredCoupon late = issue(benefit, "c1");
        StoredCoupon good = issue(benefit, "c2");
        benefits.run(
                "UPDATE coupon SET issued_at = now() - interval '1 hour', expires_at = now() WHERE id = $1",
                Tuple.of(late.id()));

        while (benefits.wait(expiry.expire()) > 0) {
            // Until none is left.
        }

        assertThat(benefits.benefit(benefit).tally()).isEqualTo(new StoredBenefit.Tally(1, 20 * UNIT, 0, 2, 0));
        assertThat(benefits.coupon(good.id())).isEqualTo(good);
        issue(benefit, "c1");
    }

    private StoredCoupon issue(String benefit, String customer) {
        return benefits.issue(new IssueRequest(UUID.randomUUID().toString(), benefit, customer, null, Instant.now()));
    }

    /** Does all at one time; of what fails, the codes. */
    private List<String> atOnce(List<? extends Uni<?>> work) {
        return benefits.wait(Uni.join()
                .all(work.stream()
                        .map(each -> each.map(done -> "REDEEMED")
                                .onFailure(CodedFailure.class::isInstance)
                                .recoverWithItem(failure -> ((CodedFailure) failure).code()))
                        .toList())
                .andFailFast());
    }
}
