package io.clientele.profile.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.clientele.contract.event.Device;
import io.clientele.contract.event.Order;
import io.clientele.profile.sample.Shopper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CustomerFactsTest {

    @Test
    void recencyIsInBusinessDaysOfTheShopsZone() {
        // 00:10 and 23:50 in Shanghai of one day are two days in UTC.
        Instant early = Instant.parse("2026-06-13T16:10:00Z");
        assertThat(new Shopper().order(early, "1").facts().orders().recencyDays())
                .isEqualTo(1);
        assertThat(new Shopper()
                        .order(early.minusSeconds(1_200), "1")
                        .facts()
                        .orders()
                        .recencyDays())
                .isEqualTo(2);
    }

    @Test
    void windowOfDaysHasTodayAndTheDaysBefore() {
        OrderFacts orders = new Shopper()
                .order(Shopper.daysAgo(0), "1")
                .order(Shopper.daysAgo(29), "1")
                .order(Shopper.daysAgo(30), "1")
                .order(Shopper.daysAgo(89), "1")
                .order(Shopper.daysAgo(90), "1")
                .order(Shopper.daysAgo(364), "1")
                .order(Shopper.daysAgo(365), "1")
                .facts()
                .orders();
        assertThat(orders.count()).isEqualTo(7);
        assertThat(orders.monthOrders()).isEqualTo(2);
        assertThat(orders.quarterOrders()).isEqualTo(4);
        assertThat(orders.frequency()).isEqualTo(6);
        assertThat(orders.monetary()).isEqualTo(6_000_000);
        assertThat(orders.revenue()).isEqualTo(7_000_000);
    }

    @Test
    void meanOrderValuesAreOfTheirPeriodsAndRoundedHalfUp() {
        OrderFacts orders = new Shopper()
                .order(Shopper.daysAgo(1), "0.000001")
                .order(Shopper.daysAgo(89), "0.000002")
                .order(Shopper.daysAgo(90), "10")
                .order(Shopper.daysAgo(500), "1000")
                .facts()
                .orders();
        assertThat(orders.recentMeanValue()).isEqualTo(2);
        assertThat(orders.previousMeanValue()).isEqualTo(10_000_000);
        assertThat(orders.meanValue()).isEqualTo(3_333_334);
    }

    @Test
    void meanOrderValueIsOfEverWithoutAnOrderInTheYear() {
        assertThat(new Shopper()
                        .order(Shopper.daysAgo(400), "10")
                        .order(Shopper.daysAgo(401), "20")
                        .facts()
                        .orders()
                        .meanValue())
                .isEqualTo(15_000_000);
        assertThat(new Shopper().facts().orders().meanValue()).isNull();
    }

    @Test
    void ownCycleIsTheMedianGapBetweenDaysWithAnOrder() {
        assertThat(cycle(5)).isNull();
        assertThat(cycle(5, 5)).isNull();
        assertThat(cycle(25, 5)).isEqualTo(20);
        assertThat(cycle(25, 5, 5, 2)).isEqualTo(11.5);
        assertThat(cycle(100, 25, 5, 2)).isEqualTo(20);
    }

    private static @Nullable Double cycle(int... daysAgo) {
        Shopper shopper = new Shopper();
        for (int days : daysAgo) {
            shopper.order(Shopper.daysAgo(days), "1");
        }
        return shopper.facts().orders().cycleDays();
    }

    @Test
    void visitsAreCountedTogetherWithinThreeDays() {
        VisitFacts visits = new Shopper()
                .visit("a", Shopper.daysAgo(20), 1)
                .visit("b", Shopper.daysAgo(18), 1)
                .visit("c", Shopper.daysAgo(17), 1)
                .visit("d", Shopper.daysAgo(2), 1)
                .visit("e", Shopper.daysAgo(3), 1)
                .facts()
                .visits();
        assertThat(visits.closestVisits()).isEqualTo(2);
        assertThat(visits.recentVisits()).isEqualTo(1);
        assertThat(visits.visits()).isEqualTo(5);
    }

    @Test
    void silenceIsSinceTheLastLoginOrElseTheLastVisit() {
        Shopper visitor = new Shopper().visit("a", Shopper.daysAgo(3), 1);
        assertThat(visitor.facts().visits().silentDays()).isEqualTo(3);
        visitor.track("Signed In", Shopper.daysAgo(8), event -> event);
        assertThat(visitor.facts().visits().silentDays()).isEqualTo(8);
        assertThat(visitor.facts().visits().awayDays()).isEqualTo(3);
    }

    @Test
    void preferencesAreWhatIsMostFrequentAndSpendingBeatsLooking() {
        Shopper shopper = new Shopper()
                .put(Shopper.daysAgo(3), Shopper.product("a", "beauty", "150", 1))
                .put(Shopper.daysAgo(2), Shopper.product("b", "beauty", "199.99", 1))
                .put(Shopper.daysAgo(1), Shopper.product("c", "home", "20", 1))
                .track(
                        "Page Viewed",
                        Shopper.daysAgo(1),
                        event -> event.channel("app").device(new Device("ios", "iOS")));
        Preferences looking = shopper.facts().preferences();
        assertThat(looking.categories()).containsExactly("beauty", "home");
        assertThat(looking.priceBand()).isEqualTo("100-200");
        assertThat(looking.channel()).isEqualTo("app");
        assertThat(looking.device()).isEqualTo("ios");
        assertThat(looking.os()).isEqualTo("iOS");
        shopper.track(
                "Order Completed",
                Shopper.daysAgo(1),
                event -> event.order(new Order("o", null, null, null, null, null))
                        .products(List.of(Shopper.product("c", "home", "20", 1))));
        assertThat(shopper.facts().preferences().category()).isEqualTo("home");
    }

    @Test
    void activeHourIsThatOfTheShopsZone() {
        Preferences preferences = new Shopper()
                .visit("a", Instant.parse("2026-06-10T12:30:00Z"), 1)
                .visit("b", Instant.parse("2026-06-11T12:59:59Z"), 1)
                .visit("c", Instant.parse("2026-06-11T13:00:00Z"), 1)
                .facts()
                .preferences();
        assertThat(preferences.activeHour()).isEqualTo(20);
        assertThat(preferences.hours().get(21)).isEqualTo(1);
        // The 10th is a Wednesday.
        assertThat(preferences.weekHours().get(2 * 24 + 20)).isEqualTo(1);
    }

    @Test
    void priceBandsHaveTheirLowerEndInside() {
        assertThat(PriceBand.of(0)).isEqualTo("0-1");
        assertThat(PriceBand.of(999_999)).isEqualTo("0-1");
        assertThat(PriceBand.of(1_000_000)).isEqualTo("1-2");
        assertThat(PriceBand.of(4_999_999)).isEqualTo("2-5");
        assertThat(PriceBand.of(5_000_000)).isEqualTo("5-10");
        assertThat(PriceBand.of(19_999_999)).isEqualTo("10-20");
        assertThat(PriceBand.of(500_000_000)).isEqualTo("500-1000");
    }

    @Test
    void reviewsAtTheNextDayOrWhenTheCartTurnsADayOlder() {
        Instant midnight = Instant.parse("2026-06-15T16:00:00Z");
        assertThat(new Shopper().facts().nextReviewAt()).isNull();
        assertThat(new Shopper().order(Shopper.daysAgo(9), "1").facts().nextReviewAt())
                .isEqualTo(midnight);
        Instant put = Shopper.daysAgo(2).plus(Duration.ofHours(5));
        assertThat(new Shopper().put(put, "a").facts().nextReviewAt()).isEqualTo(put.plus(Duration.ofDays(2)));
        assertThat(new Shopper().put(Shopper.daysAgo(2), "a").facts().nextReviewAt())
                .isEqualTo(midnight);
    }

    @Test
    void clockThatIsAheadMakesNothingNegative() {
        Shopper ahead = new Shopper()
                .order(Shopper.NOW.plus(Duration.ofDays(1)), "1")
                .put(Shopper.NOW.plus(Duration.ofDays(2)), "a");
        assertThat(ahead.facts().orders().recencyDays()).isZero();
        assertThat(ahead.facts().cart().ageDays()).isZero();
    }

    @Test
    void rulesAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FactsRules.of(Shopper.ZONE, "yuan"))
                .withMessageContaining("currency");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FactsRules(Shopper.ZONE, "CNY", 90, 30, 90, 3, 30, 90, false, List.of()))
                .withMessageContaining("orderValueDays");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FactsRules(Shopper.ZONE, "CNY", 4_000, 30, 90, 3, 30, 90, false, List.of()))
                .withMessageContaining("yearDays");
    }
}
