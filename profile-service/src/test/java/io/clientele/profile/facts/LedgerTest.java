package io.clientele.profile.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.clientele.contract.event.Money;
import io.clientele.contract.event.Order;
import io.clientele.profile.sample.Shopper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LedgerTest {

    private static final Instant NOON = Shopper.daysAgo(1);

    @Test
    void linesOfAnOrderAddUpAndItsInstantIsTheEarliest() {
        Shopper shopper = new Shopper()
                .order("o1", NOON.plusSeconds(60), Shopper.yuan("20"))
                .order("o1", NOON, Shopper.yuan("30.5"));
        LedgerOrder order = order(shopper);
        assertThat(order.placedAt()).isEqualTo(NOON);
        assertThat(order.revenue().in("CNY")).isEqualTo(50_500_000);
        assertThat(order.lines()).isEqualTo(2);
        assertThat(shopper.facts().orders().count()).isEqualTo(1);
    }

    @Test
    void revenueThatIsNotGivenIsTheSumOfTheProducts() {
        Shopper shopper = new Shopper()
                .track(
                        "Order Completed",
                        NOON,
                        event -> event.order(named("o1"))
                                .products(List.of(
                                        Shopper.product("a", "beauty", "12.5", 2),
                                        Shopper.product("b", "home", "5", 1))));
        LedgerOrder order = order(shopper);
        assertThat(order.revenue().in("CNY")).isEqualTo(30_000_000);
        assertThat(order.pieces()).isEqualTo(3);
        assertThat(order.categories().get("beauty")).isEqualTo(Amounts.of("CNY", 25_000_000));
    }

    @Test
    void currenciesAreNeverAddedToOneAnother() {
        Shopper shopper =
                new Shopper().order("o1", NOON, Shopper.yuan("20")).order("o2", NOON, new Money(7_000_000, "USD"));
        OrderFacts orders = shopper.facts().orders();
        assertThat(orders.count()).isEqualTo(2);
        assertThat(orders.revenue()).isEqualTo(20_000_000);
        assertThat(orders.meanValue()).isEqualTo(20_000_000);
        assertThat(orders.otherCurrencies()).containsOnlyKeys("USD").containsValue(7_000_000L);
    }

    @Test
    void cancelledOrderCountsNowhere() {
        Shopper shopper = new Shopper()
                .track("Order Cancelled", NOON, event -> event.order(named("order-1")))
                .order(NOON.minusSeconds(60), "100")
                .track("Order Refunded", NOON.plusSeconds(60), event -> event.order(named("order-1")));
        assertThat(order(shopper).counts()).isFalse();
        assertThat(order(shopper).status()).isEqualTo(new OrderStatus(NOON.plusSeconds(60), "refunded"));
        OrderFacts orders = shopper.facts().orders();
        assertThat(orders.count()).isZero();
        assertThat(orders.recencyDays()).isNull();
        assertThat(orders.refunded()).isZero();
    }

    @Test
    void statusCancelledOfAnUpdateCancels() {
        Shopper shopper = new Shopper()
                .order(NOON, "100")
                .track(
                        "Order Updated",
                        NOON.plusSeconds(5),
                        event -> event.order(new Order("order-1", Shopper.yuan("100"), null, null, null, "Canceled")));
        assertThat(order(shopper).counts()).isFalse();
        assertThat(order(shopper).revenue().in("CNY")).isEqualTo(100_000_000);
    }

    @Test
    void refundIsKeptApartUnlessRulesTakeItOff() {
        Shopper shopper = new Shopper()
                .order(NOON, "100")
                .track(
                        "Order Refunded",
                        NOON.plusSeconds(5),
                        event -> event.order(new Order("order-1", Shopper.yuan("30"), null, null, null, null)));
        assertThat(shopper.facts().orders().monetary()).isEqualTo(100_000_000);
        assertThat(shopper.facts().orders().refunded()).isEqualTo(30_000_000);
        FactsRules net = new FactsRules(Shopper.ZONE, "CNY", 365, 30, 90, 3, 30, 90, true, List.of());
        assertThat(CustomerFacts.derive(shopper.ledger(), Shopper.NOW, net)
                        .orders()
                        .monetary())
                .isEqualTo(70_000_000);
    }

    @Test
    void refundWithoutAnAmountIsOfTheWholeOrder() {
        Shopper shopper = new Shopper()
                .track("Order Refunded", NOON.plusSeconds(5), event -> event.order(named("order-1")))
                .order(NOON, "100");
        assertThat(shopper.facts().orders().refunded()).isEqualTo(100_000_000);
    }

    @Test
    void negativeRevenueIsMoneyThatWentBack() {
        Shopper shopper = new Shopper().order(NOON, "-5");
        assertThat(order(shopper).revenue()).isEqualTo(Amounts.NONE);
        assertThat(order(shopper).refunds().in("CNY")).isEqualTo(5_000_000);
    }

    @Test
    void checkoutIsNoOrderAlthoughItNamesOne() {
        Shopper shopper = new Shopper()
                .track(
                        "Checkout Started",
                        NOON,
                        event -> event.order(new Order("o1", Shopper.yuan("9"), null, null, null, "open")))
                .track(
                        "Order Completed",
                        NOON,
                        event -> event.order(new Order(null, Shopper.yuan("9"), null, null, null, null)));
        assertThat(shopper.ledger().orders()).isEmpty();
        assertThat(shopper.ledger().total("Order Completed")).isEqualTo(1);
    }

    @Test
    void hugeAmountsStopAtTheLargestNumber() {
        Money huge = new Money(Long.MAX_VALUE, "CNY");
        Shopper shopper =
                new Shopper().order("o1", NOON, huge).order("o1", NOON, huge).order("o2", NOON, huge);
        assertThat(order(shopper).revenue().in("CNY")).isEqualTo(Long.MAX_VALUE);
        assertThat(shopper.facts().orders().revenue()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void productLeavesTheCartWhenTakenOutOrOrdered() {
        Shopper shopper = new Shopper()
                .put(NOON, "a")
                .put(NOON, "b")
                .put(NOON, Shopper.product("c", null, "2.5", 4))
                .take(NOON.plusSeconds(1), "a")
                .track(
                        "Order Completed",
                        NOON.plusSeconds(2),
                        event -> event.order(named("o")).products(List.of(Shopper.product("b", null, "10", 1))));
        CartFacts cart = shopper.facts().cart();
        assertThat(cart.products()).isEqualTo(1);
        assertThat(cart.pieces()).isEqualTo(4);
        assertThat(cart.value()).isEqualTo(10_000_000);
        assertThat(cart.since()).isEqualTo(NOON);
        assertThat(cart.ageDays()).isEqualTo(1);
    }

    @Test
    void whatWasPutInBeforeItWasTakenOutIsNotHeldWhateverArrivesLast() {
        CartFacts cart = new Shopper()
                .take(NOON.plusSeconds(1), "a")
                .put(NOON, "a")
                .facts()
                .cart();
        assertThat(cart.products()).isZero();
        assertThat(cart.everFilled()).isTrue();
        assertThat(cart.since()).isNull();
        assertThat(cart.ageDays()).isNull();
    }

    @Test
    void orderThatNamesNoProductEmptiesTheWholeCart() {
        Shopper shopper =
                new Shopper().put(NOON, "a").put(NOON.plusSeconds(9), "b").order(NOON.plusSeconds(5), "10");
        assertThat(shopper.facts().cart().products()).isEqualTo(1);
        assertThat(shopper.facts().cart().since()).isEqualTo(NOON.plusSeconds(9));
    }

    @Test
    void visitIsASessionOrADayWithoutOne() {
        Shopper shopper = new Shopper()
                .visit("s1", NOON, 1_000)
                .visit("s1", NOON.plusSeconds(1), 2_000)
                .visit("s2", NOON, 0)
                .track("Page Viewed", NOON, event -> event)
                .track("Page Viewed", NOON.plusSeconds(1), event -> event)
                .track("Page Viewed", NOON.minus(Duration.ofDays(1)), event -> event);
        VisitFacts visits = shopper.facts().visits();
        assertThat(visits.visits()).isEqualTo(4);
        assertThat(visits.sessions()).isEqualTo(2);
        assertThat(visits.daysActive()).isEqualTo(2);
        assertThat(visits.dwellMs()).isEqualTo(3_000);
    }

    @Test
    void whatTheShopDoesIsNoVisitAndImportedTraitsAreNone() {
        Shopper shopper = new Shopper()
                .trait("email", "a@b.c", Shopper.daysAgo(9))
                .track("Order Refunded", NOON, event -> event.order(named("o")));
        VisitFacts visits = shopper.facts().visits();
        assertThat(visits.visits()).isZero();
        assertThat(visits.daysActive()).isZero();
        assertThat(visits.firstVisit()).isNull();
        assertThat(visits.silentDays()).isNull();
        assertThat(visits.firstSeen()).isEqualTo(Shopper.daysAgo(9));
        assertThat(visits.lastSeen()).isEqualTo(NOON);
    }

    @Test
    void eventAddedTwiceCountsTwice() {
        Shopper shopper = new Shopper().visit("s1", NOON, 1_000);
        Ledger twice = shopper.ledger().plus(shopper.ledger());
        VisitFacts visits =
                CustomerFacts.derive(twice, Shopper.NOW, Shopper.factsRules()).visits();
        assertThat(visits.dwellMs()).isEqualTo(2_000);
        assertThat(visits.visits()).isEqualTo(1);
        assertThat(twice.total("Page Viewed")).isEqualTo(2);
    }

    @Test
    void damagedOrForeignBytesAreRefused() {
        byte[] ledger = new Shopper().visit("s1", NOON, 1_000).ledger().toBytes();
        byte[] cut = Arrays.copyOf(ledger, ledger.length - 1);
        byte[] longer = Arrays.copyOf(ledger, ledger.length + 1);
        byte[] foreign = ledger.clone();
        foreign[0] = 99;
        assertThatIllegalArgumentException().isThrownBy(() -> Ledger.of(cut));
        assertThatIllegalArgumentException().isThrownBy(() -> Ledger.of(longer));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ledger.of(foreign))
                .withMessageContaining("format");
        assertThatIllegalArgumentException().isThrownBy(() -> Ledger.of(new byte[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> LedgerOrder.of(ledger));
    }

    @Test
    void tellsNothingOfTheCustomerInLogs() {
        assertThat(new Shopper().order(NOON, "10").ledger()).hasToString("Ledger[1 visits, 1 orders]");
    }

    private static Order named(String id) {
        return new Order(id, null, null, null, null, null);
    }

    private static LedgerOrder order(Shopper shopper) {
        return shopper.ledger().orders().values().iterator().next();
    }
}
