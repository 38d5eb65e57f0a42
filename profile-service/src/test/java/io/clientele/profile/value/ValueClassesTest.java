package io.clientele.profile.value;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.clientele.profile.facts.OrderFacts;
import io.clientele.profile.sample.Shopper;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ValueClassesTest {

    @Test
    void highFrequencyIsFourOrdersAMonthAndLowOneAQuarter() {
        assertThat(frequency(0, 0)).isEqualTo(FrequencyClass.NONE);
        assertThat(frequency(4, 26)).isEqualTo(FrequencyClass.HIGH);
        assertThat(frequency(4, 27)).isEqualTo(FrequencyClass.REGULAR);
        assertThat(frequency(3, 1)).isEqualTo(FrequencyClass.REGULAR);
        assertThat(frequency(2, 88)).isEqualTo(FrequencyClass.REGULAR);
        assertThat(frequency(2, 89)).isEqualTo(FrequencyClass.LOW);
        assertThat(frequency(1, 1)).isEqualTo(FrequencyClass.LOW);
        assertThat(frequency(9, 200)).isEqualTo(FrequencyClass.LOW);
    }

    private static FrequencyClass frequency(int orders, int daysAgo) {
        return new Shopper().orders(orders, daysAgo, "10").portrait().value().frequency();
    }

    @Test
    void spendingPowerIsByThePlatformsMeanOrderValue() {
        assertThat(spending(150L, 100L)).isEqualTo(SpendingPower.HIGH);
        assertThat(spending(149L, 100L)).isEqualTo(SpendingPower.MIDDLE);
        assertThat(spending(50L, 100L)).isEqualTo(SpendingPower.MIDDLE);
        assertThat(spending(49L, 100L)).isEqualTo(SpendingPower.LOW);
        assertThat(spending(null, 100L)).isEqualTo(SpendingPower.UNKNOWN);
        assertThat(spending(100L, null)).isEqualTo(SpendingPower.UNKNOWN);
    }

    private static SpendingPower spending(@Nullable Long mean, @Nullable Long platform) {
        return SpendingPower.of(mean, platform, ValueRules.DEFAULT);
    }

    @Test
    void fifthsAreCutAtNearestRank() {
        assertThat(Quintiles.of(new long[] {5, 1, 3, 2, 4})).isEqualTo(new Quintiles(1, 2, 3, 4));
        assertThat(Quintiles.of(new long[] {7})).isEqualTo(new Quintiles(7, 7, 7, 7));
        assertThat(Quintiles.of(new long[] {1, 1, 1, 1, 1, 2})).isEqualTo(new Quintiles(1, 1, 1, 1));
    }

    @Property(tries = 300)
    void fifthIsOneMoreThanTheCutsThatAreBelow(@ForAll @Size(min = 1, max = 40) List<Byte> numbers) {
        long[] values = numbers.stream().mapToLong(Byte::longValue).toArray();
        Quintiles cuts = Quintiles.of(values);
        long[] each = {cuts.first(), cuts.second(), cuts.third(), cuts.fourth()};
        for (long value : values) {
            assertThat(cuts.fifth(value))
                    .isEqualTo(1
                            + (int) Arrays.stream(each)
                                    .filter(cut -> cut < value)
                                    .count());
        }
        for (int k = 1; k <= 4; k++) {
            long cut = each[k - 1];
            long notAbove = Arrays.stream(values).filter(value -> value <= cut).count();
            long below = Arrays.stream(values).filter(value -> value < cut).count();
            assertThat(5 * notAbove).isGreaterThanOrEqualTo((long) k * values.length);
            assertThat(5 * below).isLessThan((long) k * values.length);
        }
    }

    @Test
    void scaleIsMeasuredOverThoseWithAnOrderInTheYear() {
        OrderFacts small = new Shopper().orders(1, 10, "10").facts().orders();
        OrderFacts large = new Shopper().orders(3, 1, "20.000001").facts().orders();
        OrderFacts old = new Shopper().orders(3, 400, "9000").facts().orders();
        ValueScale scale = ValueScale.of(
                Shopper.NOW, List.of(small, large, old, new Shopper().facts().orders()));
        assertThat(scale.customers()).isEqualTo(2);
        assertThat(scale.meanOrderValue()).isEqualTo(17_500_001);
        // Of two values the smaller is the first and second cut, the larger the third and fourth.
        assertThat(scale.scores(Rfm.of(large))).isEqualTo(new RfmScores(5, 3, 3));
        assertThat(scale.scores(Rfm.of(small))).isEqualTo(new RfmScores(3, 1, 1));
        assertThat(scale.scores(Rfm.of(old))).isNull();
    }

    @Test
    void nobodyIsMeasuredAgainstNobody() {
        ValueScale empty = ValueScale.of(Shopper.NOW, List.of());
        assertThat(empty).isEqualTo(new ValueScale(Shopper.NOW, 0, null, null));
        assertThat(empty.scores(new Rfm(1L, 1, 1))).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> new ValueScale(Instant.EPOCH, 1, null, null));
    }

    @Test
    void scoreIsWrittenAsThreeDigits() {
        assertThat(new RfmScores(5, 4, 5).code()).isEqualTo("545");
        assertThatIllegalArgumentException().isThrownBy(() -> new RfmScores(0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RfmScores(1, 6, 1));
    }

    @Test
    void rulesAreChecked() {
        assertThatIllegalArgumentException().isThrownBy(() -> rules(29, 0.5)).withMessageContaining("churnRecencyDays");
        assertThatIllegalArgumentException().isThrownBy(() -> rules(90, 1.5)).withMessageContaining("lowSpending");
        assertThat(rules(90, 0.5)).isEqualTo(ValueRules.DEFAULT);
    }

    private static ValueRules rules(int churnRecency, double lowSpending) {
        Duration dwell = Duration.ofMinutes(3);
        return new ValueRules(
                30,
                5,
                5_000_000_000L,
                churnRecency,
                2,
                1_000_000_000L,
                4,
                1,
                2,
                dwell,
                1,
                2,
                3,
                30,
                90,
                1.5,
                lowSpending);
    }
}
