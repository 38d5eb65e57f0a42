package io.clientele.campaign.effect;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.campaign.decision.Decision;
import io.clientele.campaign.decision.Reason;
import io.clientele.campaign.effect.TestExposures.Exposed;
import io.clientele.campaign.experiment.Estimate;
import io.clientele.campaign.money.Amount;
import io.clientele.contract.event.Event;
import io.clientele.contract.event.Money;
import io.clientele.contract.event.Order;
import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static io.clientele.campaign.effect.TestExposures.START;
import static io.clientele.campaign.effect.TestExposures.event;
import static io.clientele.campaign.effect.TestExposures.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(EffectStack.class)
class EffectQuarkusTest {

    private static final String COMPLETED = "Order Completed";
    private static final String CANCELLED = "Order Cancelled";
    private static final String REFUNDED = "Order Refunded";
    private static final Duration WEEK = Duration.ofDays(7);

    @Inject
    TestExposures exposures;

    @BeforeEach
    void empty() {
        exposures.clear();
        exposures.campaign("c", COMPLETED, WEEK);
    }

    @Test
    void countsFromTheExposureToTheEndOfTheGoalsTime() {
        exposures.contacts(
                Exposed.sent("c", "early", START),
                Exposed.sent("c", "first", START),
                Exposed.sent("c", "last", START),
                Exposed.sent("c", "late", START));
        exposures.page(
                order("m1", "early", COMPLETED, "o1", "10", START.minusMillis(1)),
                order("m2", "first", COMPLETED, "o2", "20", START),
                order("m3", "last", COMPLETED, "o3", "30", START.plus(WEEK)),
                order("m4", "late", COMPLETED, "o4", "40", START.plus(WEEK).plusMillis(1)),
                order("m5", "stranger", COMPLETED, "o5", "50", START));

        GroupResults treated = exposures.results("c").treated();
        assertThat(treated.customers()).isEqualTo(4);
        assertThat(treated.converted()).isEqualTo(2);
        assertThat(treated.conversionRate()).isEqualTo(0.5);
        assertThat(treated.revenue()).isEqualTo(euros(50));
        assertThat(treated.averageOrderValue()).isEqualTo(euros(25));
        assertThat(treated.revenuePerCustomer()).isEqualTo(new Amount(new BigDecimal("12.5"), "EUR"));
    }

    @Test
    void customersDrawnForContactAreTreatedThoughTheCouponOrTheMessageFailed() {
        exposures.contacts(
                Exposed.sent("c", "sent", START),
                Exposed.failed("c", "failed", START),
                Exposed.decided("c", "never drawn", "SUPPRESSED", START),
                Exposed.decided("c", "control", "CONTROL", START));
        exposures.page(
                order("m1", "failed", COMPLETED, "o1", "10", START.plusSeconds(9)),
                order("m2", "failed", COMPLETED, "o2", "20", START.plusSeconds(9)),
                order("m3", "failed", CANCELLED, "o2", null, START.plusSeconds(10)),
                order("m4", "never drawn", COMPLETED, "o3", "40", START.plusSeconds(9)));

        CampaignResults results = exposures.results("c");
        assertThat(results.treated().customers()).isEqualTo(2);
        assertThat(results.treated().converted()).isEqualTo(1);
        assertThat(results.treated().revenue()).isEqualTo(euros(10));
        assertThat(results.variants()).hasSize(1);
        assertThat(results.control().customers()).isEqualTo(1);
        // Nothing reached the customer that an order could be put down to.
        assertThat(results.attributedOrders()).isZero();
    }

    @Test
    void duplicatesReplaysAndOrderOfEventsDoNotMatter() {
        exposures.contacts(Exposed.sent("c", "a", START), Exposed.sent("c", "b", START), Exposed.sent("c", "d", START));
        Instant later = START.plusSeconds(60);
        List<Event> events = List.of(
                order("m1", "a", COMPLETED, "o1", "10", later),
                // A second line of the same order.
                order("m2", "a", COMPLETED, "o1", "5", later),
                order("m3", "b", COMPLETED, "o1", "7", later),
                order("m4", "b", CANCELLED, "o1", null, later.plusSeconds(1)),
                order("m5", "d", COMPLETED, "o2", "9", later),
                order("m6", "d", REFUNDED, "o2", "4", later.plusSeconds(1)),
                order("m7", "d", COMPLETED, "o3", "3", later),
                order("m8", "d", REFUNDED, "o3", null, later.plusSeconds(1)));

        for (int seed = 0; seed < 8; seed++) {
            exposures.execute("TRUNCATE conversion, order_reversal");
            List<Event> delivered = new ArrayList<>(events);
            delivered.addAll(events.subList(0, 1 + seed % events.size()));
            Collections.shuffle(delivered, new Random(seed));
            int cut = 1 + seed;
            exposures.page(delivered.subList(0, cut), Map.of());
            exposures.page(delivered.subList(cut, delivered.size()), Map.of());
            exposures.page(delivered, Map.of());

            GroupResults treated = exposures.results("c").treated();
            assertThat(treated.converted()).as("seed %d", seed).isEqualTo(2);
            assertThat(treated.orders()).isEqualTo(2);
            assertThat(treated.revenue()).isEqualTo(euros(10 + 5 + 9 - 4));
        }
    }

    @Test
    void findsExposedCustomersByEveryId() {
        exposures.contacts(Exposed.sent("c", "anon:before", START), Exposed.sent("c", "someone", START));
        Map<String, Set<String>> ids = Map.of(
                "anon:phone",
                Set.of("anon:phone", "customer", "anon:before"),
                "customer",
                Set.of("customer", "anon:before"));

        exposures.page(
                List.of(
                        order("m1", "anon:phone", COMPLETED, "o1", "10", START),
                        order("m2", "anon:phone", COMPLETED, "o2", "5", START),
                        order("m3", "customer", CANCELLED, "o1", null, START)),
                ids);

        GroupResults treated = exposures.results("c").treated();
        assertThat(treated.converted()).isEqualTo(1);
        assertThat(treated.orders()).isEqualTo(1);
        assertThat(treated.revenue()).isEqualTo(euros(5));
    }

    @Test
    void firstExposureDecidesTheGroupAndSuppressedOrTestContactsDoNot() {
        exposures.contacts(
                Exposed.decided("c", "a", "SUPPRESSED", START),
                Exposed.decided("c", "a", "CONTROL", START.plusSeconds(1)),
                Exposed.sent("c", "a", START.plusSeconds(2)),
                Exposed.decided("c", "b", "SUPPRESSED", START),
                Exposed.decided("c", "d", "HELD_OUT", START),
                Exposed.sent("c", "tester", START));
        exposures.execute("UPDATE contact SET test = true WHERE customer_id = 'tester'");
        exposures.page(
                order("m1", "a", COMPLETED, "o1", "10", START.plusSeconds(5)),
                order("m2", "b", COMPLETED, "o2", "20", START.plusSeconds(5)),
                order("m3", "d", COMPLETED, "o3", "30", START.plusSeconds(5)),
                order("m4", "tester", COMPLETED, "o4", "40", START.plusSeconds(5)));

        CampaignResults results = exposures.results("c");
        assertThat(results.treated().customers()).isZero();
        assertThat(results.control().customers()).isEqualTo(1);
        assertThat(results.control().revenue()).isEqualTo(euros(10));
        assertThat(results.heldOut().customers()).isEqualTo(1);
        assertThat(results.heldOut().revenue()).isEqualTo(euros(30));
        assertThat(results.decisions())
                .containsExactly(
                        new DecisionCount(Decision.CONTROL, null, 1),
                        new DecisionCount(Decision.HELD_OUT, null, 1),
                        new DecisionCount(Decision.SENT, null, 1),
                        new DecisionCount(Decision.SUPPRESSED, Reason.CAPPED, 2));
        assertThat(results.conversionLift()).isNull();
        assertThat(results.method()).contains("no lift without customers in both groups");
    }

    @Test
    void attributesToTheLastTouchOfAllCampaignsWithinTheirTimes() {
        exposures.campaign("soon", COMPLETED, Duration.ofHours(1));
        exposures.campaign("views", "Product Viewed", WEEK);
        exposures.contacts(
                Exposed.sent("c", "a", START),
                // Out of its time when the order comes, though later.
                Exposed.sent("soon", "a", START.plusSeconds(10)),
                // Orders are not its goal.
                Exposed.sent("views", "a", START.plusSeconds(20)),
                Exposed.sent("c", "b", START),
                Exposed.sent("soon", "b", START.plusSeconds(10)),
                // In the control group nobody was touched.
                Exposed.sent("c", "d", START),
                Exposed.decided("soon", "d", "CONTROL", START.plusSeconds(10)));
        exposures.page(
                order("m1", "a", COMPLETED, "o1", "1", START.plus(Duration.ofHours(2))),
                order("m2", "b", COMPLETED, "o2", "2", START.plusSeconds(20)),
                order("m3", "d", COMPLETED, "o3", "4", START.plusSeconds(20)));

        CampaignResults results = exposures.results("c");
        assertThat(results.attributedOrders()).isEqualTo(2);
        assertThat(results.attributedRevenue()).isEqualTo(euros(5));
        assertThat(results.treated().orders()).isEqualTo(3);
        CampaignResults soon = exposures.results("soon");
        assertThat(soon.attributedOrders()).isEqualTo(1);
        assertThat(soon.attributedRevenue()).isEqualTo(euros(2));
        assertThat(exposures.results("views").attributedOrders()).isZero();
    }

    @Test
    void tellsWhetherItPaid() {
        List<Exposed> contacts = new ArrayList<>();
        List<Event> orders = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            boolean sent = i % 2 == 0;
            String customer = "p-" + i;
            contacts.add(sent ? Exposed.sent("c", customer, START) : Exposed.decided("c", customer, "CONTROL", START));
            if (i % (sent ? 10 : 20) < 2) {
                orders.add(order("m-" + i, customer, COMPLETED, "o", "30", START.plusSeconds(i)));
            }
        }
        exposures.contacts(contacts, 200_000);
        exposures.page(orders, Map.of());

        CampaignResults results = exposures.results("c");
        // 200 of 1,000 against 100 of 1,000; 0.2 a contact.
        assertThat(value(results.incrementalConversions()).value()).isCloseTo(100, within(1e-9));
        assertThat(value(results.incrementalRevenue()).value()).isCloseTo(3_000, within(1e-9));
        assertThat(results.cost()).isEqualTo(euros(200));
        assertThat(results.revenuePerCost()).isCloseTo(15, within(1e-9));
        assertThat(results.roi()).isCloseTo(14, within(1e-9));
        assertThat(value(results.conversionLift()).pValue()).isLessThan(1e-6);
        assertThat(results.method()).contains("Wald", "Welch", "95 % confidence");
    }

    @Test
    void redeemedCouponsOfTheCampaignCostOnce() {
        exposures.contacts(
                List.of(
                        Exposed.sent("c", "a", START),
                        Exposed.sent("c", "b", START),
                        Exposed.decided("c", "x", "CONTROL", START),
                        Exposed.decided("c", "y", "CONTROL", START)),
                100_000);
        exposures.execute("""
                        INSERT INTO benefit (id, name, version, terms, currency, per_customer_limit, changed_by)
                        VALUES ('b', 'Benefit', 1, '{}', 'EUR', 1, 'test')""");
        exposures.execute("""
                        INSERT INTO coupon (
                            id, benefit_id, benefit_version, benefit_name, customer_id, contact_id, code, terms, state,
                            held_millionths, issued_at)
                        SELECT id, 'b', 1, 'Benefit', customer_id, id, id, '{}', 'REDEEMED', 0, decided_at FROM contact
                        WHERE decision = 'SENT'""");
        exposures.execute("""
                        INSERT INTO redemption (
                            order_id, benefit_id, coupon_id, code, customer_id, currency, cart_millionths,
                            discount_millionths, redeemed_at, reversed_at)
                        SELECT customer_id, 'b', id, code, customer_id, 'EUR', 50000000, 5000000, issued_at,
                            CASE WHEN customer_id = 'b' THEN issued_at END
                        FROM coupon""");
        // 45 of 50, the coupon taken off.
        exposures.page(order("m1", "a", COMPLETED, "a", "45", START.plusSeconds(20)));

        CampaignResults results = exposures.results("c");
        assertThat(results.benefitCost()).isEqualTo(euros(5));
        assertThat(results.contactCost().amount()).isEqualTo("0.2");
        assertThat(results.cost().amount()).isEqualTo("5.2");
        assertThat(value(results.incrementalRevenue()).value()).isCloseTo(45, within(1e-9));
        assertThat(results.revenuePerCost()).isCloseTo(50 / 5.2, within(1e-9));
        assertThat(results.roi()).isCloseTo((45 - 0.2) / 5.2, within(1e-9));
    }

    @Test
    void otherCurrenciesCountWithoutTheirAmounts() {
        exposures.contacts(Exposed.sent("c", "a", START), Exposed.sent("c", "b", START));
        exposures.page(
                event("m1", "a", COMPLETED, START)
                        .order(new Order("o1", Money.parse("revenue", "10", "USD"), null, null, null, null))
                        .build(),
                order("m2", "b", COMPLETED, "o2", "3", START));

        CampaignResults results = exposures.results("c");
        assertThat(results.treated().converted()).isEqualTo(2);
        assertThat(results.treated().revenue()).isEqualTo(euros(3));
        assertThat(results.method())
                .contains("the amounts of 1 orders, contacts and redemptions in other currencies than EUR");
    }

    @Test
    void forgetsErasedCustomersAndKeepsWhatTheyProved() {
        exposures.contacts(Exposed.sent("c", "gone", START), Exposed.sent("c", "stays", START));
        exposures.page(
                order("m1", "gone", COMPLETED, "o1", "10", START),
                order("m2", "gone", REFUNDED, "o1", "4", START),
                order("m3", "stays", COMPLETED, "o2", "3", START));
        CampaignResults before = exposures.results("c");
        // By sha256sum.
        String hash = "283bb9deef02e6843abfb538efa1eca70801bd8a701c3f98191e123496339247";

        exposures.forget(hash);
        exposures.forget(hash);

        CampaignResults after = exposures.results("c");
        assertThat(after.treated()).isEqualTo(before.treated());
        assertThat(exposures.count("""
                        SELECT count(*) FROM contact
                        WHERE customer_id = 'gone' OR (customer_id LIKE 'erased:%' AND concat(subject, body, link) <> '')""")).isZero();
        assertThat(exposures.count("SELECT count(*) FROM conversion WHERE customer_id = $1", "erased:" + hash))
                .isEqualTo(1);
        assertThat(exposures.count("SELECT count(*) FROM order_reversal WHERE customer_id = 'gone'"))
                .isZero();
        assertThat(exposures.count("SELECT count(*) FROM contact WHERE customer_id = 'stays' AND body = 'Body'"))
                .isEqualTo(1);
    }

    @Test
    void campaignWithoutContactsHasEmptyResults() {
        CampaignResults results = exposures.results("nobody knows");

        assertThat(results.treated().customers()).isZero();
        assertThat(results.treated().conversionRate()).isNull();
        assertThat(results.treated().averageOrderValue()).isNull();
        assertThat(results.variants()).isEmpty();
        assertThat(results.roi()).isNull();
    }

    private static Estimate value(@Nullable Estimate estimate) {
        return Objects.requireNonNull(estimate);
    }

    private static Amount euros(long euros) {
        return Amount.of(euros * 1_000_000, "EUR");
    }
}
