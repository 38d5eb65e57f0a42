package io.clientele.profile.churn;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.clientele.profile.sample.Shopper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ChurnTest {

    @Test
    void silentIsSevenDaysWithoutLoginOrVisit() {
        assertThat(signals(new Shopper().visit("a", Shopper.daysAgo(6), 1))).isEmpty();
        assertThat(signals(new Shopper().visit("a", Shopper.daysAgo(7), 1)))
                .containsExactly(new Signal.Silent(Shopper.daysAgo(7), false, 7));
        Shopper loggedOut = new Shopper()
                .track("Signed In", Shopper.daysAgo(8), event -> event)
                .visit("a", Shopper.daysAgo(1), 1);
        assertThat(signals(loggedOut)).containsExactly(new Signal.Silent(Shopper.daysAgo(8), true, 8));
    }

    @Test
    void browsingIsDownAtHalfOfTheThirtyDaysBefore() {
        assertThat(signals(browsing(60_000, 30_000))).containsExactly(new Signal.BrowsingDown(60_000, 30_000));
        assertThat(signals(browsing(60_000, 30_001))).isEmpty();
        assertThat(signals(browsing(59_999, 0))).isEmpty();
    }

    private static Shopper browsing(long before, long recent) {
        return new Shopper()
                .visit("a", Shopper.daysAgo(60), 900_000)
                .visit("b", Shopper.daysAgo(59), before - 1)
                .visit("c", Shopper.daysAgo(30), 1)
                .visit("d", Shopper.daysAgo(29), recent)
                .visit("e", Shopper.daysAgo(0), 0);
    }

    @Test
    void cartIsUnpaidWhenOlderThanSevenDays() {
        Instant week = Shopper.NOW.minus(Duration.ofDays(7));
        Shopper exactly =
                new Shopper().put(week, Shopper.product("a", null, "30", 2)).visit("a", Shopper.NOW, 0);
        assertThat(signals(exactly)).isEmpty();
        assertThat(exactly.portrait().nextReviewAt()).isEqualTo(Shopper.NOW.plusMillis(1));
        Instant older = week.minusMillis(1);
        Shopper unpaid =
                new Shopper().put(older, Shopper.product("a", null, "30", 2)).visit("a", Shopper.NOW, 0);
        assertThat(signals(unpaid)).containsExactly(new Signal.CartUnpaid(older, 1, 60_000_000));
        assertThat(signals(unpaid.order(Shopper.NOW, "60"))).isEmpty();
    }

    @Test
    void intervalIsStretchedAtTwiceTheOwnCycle() {
        assertThat(signals(ordering(20, 10).visit("a", Shopper.NOW, 0)))
                .containsExactly(new Signal.IntervalStretched(Shopper.daysAgo(20), 20, 10));
        assertThat(signals(ordering(19, 10).visit("a", Shopper.NOW, 0))).isEmpty();
        Shopper once = new Shopper().order(Shopper.daysAgo(300), "1").visit("a", Shopper.NOW, 0);
        assertThat(signals(once)).isEmpty();
    }

    private static Shopper ordering(int lastDaysAgo, int cycle) {
        return new Shopper()
                .order(Shopper.daysAgo(lastDaysAgo), "10")
                .order(Shopper.daysAgo(lastDaysAgo + cycle), "10")
                .order(Shopper.daysAgo(lastDaysAgo + 2L * cycle), "10");
    }

    @Test
    void orderValueIsDownAtThirtyPercent() {
        assertThat(signals(values("70"))).containsExactly(new Signal.OrderValueDown(100_000_000, 70_000_000));
        assertThat(signals(values("70.000001"))).isEmpty();
    }

    private static Shopper values(String recent) {
        return new Shopper()
                .order(Shopper.daysAgo(90), "100")
                .order(Shopper.daysAgo(1), recent)
                .visit("a", Shopper.NOW, 0);
    }

    @Test
    void threeBehaviourSignalsAreTheSixtyPercentOfTheBusiness() {
        Churn churn = new Shopper()
                .visit("a", Shopper.daysAgo(40), 60_000)
                .put(Shopper.daysAgo(9), "a")
                .portrait()
                .churn();
        assertThat(churn.signals())
                .extracting(Signal::kind)
                .containsExactly(SignalKind.SILENT, SignalKind.BROWSING_DOWN, SignalKind.CART_UNPAID);
        assertThat(churn.probability()).isEqualTo(60);
        assertThat(churn.risk()).isEqualTo(RiskLevel.HIGH);
        assertThat(churn.valueAtRisk()).isZero();
    }

    @Test
    void riskIsByTheSignalsTogether() {
        assertThat(risk(0)).isEqualTo(RiskLevel.NONE);
        assertThat(risk(20)).isEqualTo(RiskLevel.LOW);
        assertThat(risk(39)).isEqualTo(RiskLevel.LOW);
        assertThat(risk(40)).isEqualTo(RiskLevel.MEDIUM);
        assertThat(risk(59)).isEqualTo(RiskLevel.MEDIUM);
        assertThat(risk(60)).isEqualTo(RiskLevel.HIGH);
    }

    private static RiskLevel risk(int probability) {
        return RiskLevel.of(probability, ChurnRules.DEFAULT);
    }

    @Test
    void valueAtRiskIsTheYearsRevenueTimesProbability() {
        Churn churn =
                ordering(20, 10).order(Shopper.daysAgo(400), "999").portrait().churn();
        assertThat(churn.signals())
                .extracting(Signal::kind)
                .containsExactly(SignalKind.SILENT, SignalKind.INTERVAL_STRETCHED);
        assertThat(churn.probability()).isEqualTo(50);
        assertThat(churn.valueAtRisk()).isEqualTo(15_000_000);
    }

    @Test
    void probabilityIsAtMostAHundred() {
        Churn churn = new Shopper()
                .visit("a", Shopper.daysAgo(40), 60_000)
                .order(Shopper.daysAgo(99), "100")
                .order(Shopper.daysAgo(70), "10")
                .put(Shopper.daysAgo(9), "a")
                .orders(1, 69, "10")
                .portrait()
                .churn();
        assertThat(churn.signals()).hasSize(5);
        assertThat(churn.probability()).isEqualTo(100);
        assertThat(churn.valueAtRisk()).isEqualTo(120_000_000);
    }

    @Test
    void rulesAreChecked() {
        assertThatIllegalArgumentException().isThrownBy(() -> rules(1, 60)).withMessageContaining("stretch");
        assertThatIllegalArgumentException().isThrownBy(() -> rules(2, 39)).withMessageContaining("highFrom");
        assertThat(rules(2, 60)).isEqualTo(ChurnRules.DEFAULT);
    }

    private static ChurnRules rules(double stretch, int highFrom) {
        return new ChurnRules(7, 0.5, Duration.ofMinutes(1), Duration.ofDays(7), stretch, 0.3, 20, 30, 40, highFrom);
    }

    private static List<Signal> signals(Shopper shopper) {
        return shopper.portrait().churn().signals();
    }
}
