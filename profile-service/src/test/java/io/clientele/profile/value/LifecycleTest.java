package io.clientele.profile.value;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.clientele.profile.facts.CartFacts;
import io.clientele.profile.facts.Ledger;
import io.clientele.profile.facts.OrderFacts;
import io.clientele.profile.facts.VisitFacts;
import io.clientele.profile.portrait.Portrait;
import io.clientele.profile.sample.RandomEvents;
import io.clientele.profile.sample.Shopper;
import io.clientele.profile.trait.Traits;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class LifecycleTest {

    private static final Quintiles ANY = new Quintiles(1, 2, 3, 4);

    /** A platform whose mean order value is 100 yuan. */
    private static final ValueScale PLATFORM =
            new ValueScale(Instant.EPOCH, 9, new ValueScale.Cuts(ANY, ANY, ANY), 100_000_000L);

    @Test
    void potentialHasBrowsedOnceOrTwiceBelowThreeMinutesAndNeverCarted() {
        Shopper two = new Shopper().visit("a", Shopper.daysAgo(9), 100_000).visit("b", Shopper.daysAgo(1), 79_999);
        assertThat(stage(two)).isEqualTo(LifecycleStage.POTENTIAL);
        assertThat(stage(new Shopper().visit("a", Shopper.daysAgo(300), 5))).isEqualTo(LifecycleStage.POTENTIAL);
        assertThat(stage(new Shopper().visit("a", Shopper.daysAgo(1), 180_000))).isEqualTo(LifecycleStage.ACTIVE);
        assertThat(stage(two.visit("c", Shopper.daysAgo(1), 0))).isEqualTo(LifecycleStage.ACTIVE);
        assertThat(stage(new Shopper())).isEqualTo(LifecycleStage.ACTIVE);
        Shopper carted = new Shopper().put(Shopper.daysAgo(1), "a").take(Shopper.daysAgo(0), "a");
        assertThat(stage(carted)).isEqualTo(LifecycleStage.ACTIVE);
    }

    @Test
    void intentHoldsSomethingAndCameTwiceWithinThreeDays() {
        Shopper shopper = new Shopper().put(Shopper.daysAgo(4), "a").visit("b", Shopper.daysAgo(1), 1);
        assertThat(stage(shopper)).isEqualTo(LifecycleStage.ACTIVE);
        shopper.visit("c", Shopper.daysAgo(2), 1);
        assertThat(stage(shopper)).isEqualTo(LifecycleStage.INTENT);
        assertThat(stage(shopper.take(Shopper.daysAgo(1), "a"))).isEqualTo(LifecycleStage.ACTIVE);
    }

    @Test
    void newOrderedOnceBelowThePlatformsMean() {
        assertThat(stage(new Shopper().order(Shopper.daysAgo(1), "99.99"))).isEqualTo(LifecycleStage.NEW);
        assertThat(stage(new Shopper().order(Shopper.daysAgo(1), "100"))).isEqualTo(LifecycleStage.ACTIVE);
        assertThat(stage(new Shopper().orders(2, 1, "99"))).isEqualTo(LifecycleStage.ACTIVE);
    }

    @Test
    void loyalHasThreeRepurchasesACycleBelowThirtyDaysAndThePlatformsMean() {
        assertThat(stage(new Shopper().orders(4, 1, "100"))).isEqualTo(LifecycleStage.LOYAL);
        assertThat(stage(new Shopper().orders(3, 1, "100"))).isEqualTo(LifecycleStage.ACTIVE);
        assertThat(stage(new Shopper().orders(4, 1, "99.99"))).isEqualTo(LifecycleStage.ACTIVE);
        assertThat(stage(every(29))).isEqualTo(LifecycleStage.LOYAL);
        assertThat(stage(every(30))).isEqualTo(LifecycleStage.ACTIVE);
    }

    @Test
    void dormantNeitherVisitedNorOrderedForNinetyDaysWhateverItWas() {
        assertThat(stage(new Shopper().orders(4, 90, "100"))).isEqualTo(LifecycleStage.DORMANT);
        assertThat(stage(new Shopper().orders(4, 89, "100"))).isEqualTo(LifecycleStage.LOYAL);
        Shopper looking = new Shopper().orders(4, 90, "100").visit("a", Shopper.daysAgo(1), 1);
        assertThat(stage(looking)).isEqualTo(LifecycleStage.LOYAL);
    }

    @Test
    void meanThatIsNotKnownIsHeldAgainstNobody() {
        assertThat(new Shopper()
                        .order(Shopper.daysAgo(1), "500")
                        .portrait()
                        .value()
                        .lifecycle()
                        .stage())
                .isEqualTo(LifecycleStage.NEW);
        assertThat(new Shopper()
                        .orders(4, 1, "1")
                        .portrait()
                        .value()
                        .lifecycle()
                        .stage())
                .isEqualTo(LifecycleStage.LOYAL);
    }

    @Test
    void namesTheNumbersThatTheStageRestsOn() {
        assertThat(new Shopper()
                        .orders(4, 1, "100")
                        .portrait(PLATFORM)
                        .value()
                        .lifecycle()
                        .evidence())
                .containsExactly(
                        Evidence.of("orders", 4),
                        Evidence.of("cycle_days", 1.0),
                        Evidence.money("aov", 100_000_000),
                        Evidence.money("platform_aov", 100_000_000),
                        Evidence.of("away_days", 1));
        assertThat(new Shopper()
                        .visit("a", Shopper.daysAgo(1), 7)
                        .portrait()
                        .value()
                        .lifecycle()
                        .evidence())
                .extracting(Evidence::fact)
                .containsExactly("visits", "closest_visits", "dwell_ms", "cart_products");
    }

    /** The stages' definitions, each by itself, less those before it: one holds, and it is the answer. */
    @Property(tries = 1_000)
    void stagesAreTotalAndDisjoint(@ForAll long seed, @ForAll @IntRange(max = 12) int count) {
        Ledger ledger = Ledger.EMPTY.plus(new RandomEvents(seed, 150).some(count), Shopper.ZONE);
        Portrait portrait = Portrait.of(ledger, Traits.EMPTY, PLATFORM, Shopper.NOW, Shopper.RULES);
        VisitFacts visits = portrait.facts().visits();
        CartFacts cart = portrait.facts().cart();
        OrderFacts orders = portrait.facts().orders();
        boolean buyer = orders.count() > 0;
        long away = Math.min(or(visits.awayDays()), or(orders.recencyDays()));
        boolean below = orders.meanValue() == null || orders.meanValue() < 100_000_000;
        boolean atLeast = orders.meanValue() == null || orders.meanValue() >= 100_000_000;
        boolean few = visits.visits() >= 1 && visits.visits() <= 2;
        LifecycleStage expected;
        if (buyer && away >= 90) {
            expected = LifecycleStage.DORMANT;
        } else if (!buyer && !cart.everFilled() && few && visits.dwellMs() < 180_000) {
            expected = LifecycleStage.POTENTIAL;
        } else if (!buyer && cart.products() >= 1 && visits.closestVisits() >= 2) {
            expected = LifecycleStage.INTENT;
        } else if (orders.count() == 1 && below) {
            expected = LifecycleStage.NEW;
        } else if (orders.count() >= 4 && atLeast && orders.cycleDays() != null && orders.cycleDays() < 30) {
            expected = LifecycleStage.LOYAL;
        } else {
            expected = LifecycleStage.ACTIVE;
        }
        assertThat(portrait.value().lifecycle().stage()).isEqualTo(expected);
    }

    private static long or(@Nullable Long days) {
        return days == null ? Long.MAX_VALUE : days;
    }

    private static Shopper every(int days) {
        Shopper shopper = new Shopper();
        for (int i = 0; i < 4; i++) {
            shopper.order(Shopper.daysAgo((long) i * days), "100");
        }
        return shopper;
    }

    private static LifecycleStage stage(Shopper shopper) {
        return shopper.portrait(PLATFORM).value().lifecycle().stage();
    }
}
