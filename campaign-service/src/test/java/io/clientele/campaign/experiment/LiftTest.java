package io.clientele.campaign.experiment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class LiftTest {

    private static final double CONFIDENCE = 0.95;

    /** Table II of R. G. Newcombe, Statistics in Medicine 17 (1998), 873-890: four decimals, method 1 and method 10. */
    @Test
    void agreesWithNewcombesTable() {
        assertInterval(proportions(56, 70, 48, 80), Method.WALD, 0.0575, 0.3425);
        assertInterval(proportions(9, 10, 3, 10), Method.NEWCOMBE, 0.1705, 0.8090);
        assertInterval(proportions(5, 56, 0, 29), Method.NEWCOMBE, -0.0381, 0.1926);
        assertInterval(proportions(0, 10, 0, 20), Method.NEWCOMBE, -0.1611, 0.2775);
        assertInterval(proportions(0, 10, 0, 10), Method.NEWCOMBE, -0.2775, 0.2775);
        assertInterval(proportions(10, 10, 0, 20), Method.NEWCOMBE, 0.6791, 1.0000);
    }

    @Property
    void intervalLeavesZeroOutExactlyIfThePValueSaysSo(
            @ForAll @IntRange(max = 60) int successes,
            @ForAll @IntRange(max = 60) int others,
            @ForAll @IntRange(min = 1, max = 60) int more,
            @ForAll @IntRange(min = 1, max = 60) int less) {
        Estimate lift = proportions(successes, successes + (long) more, others, others + (long) less)
                .estimate();

        assertThat(lift.low() > 0 || lift.high() < 0).isEqualTo(lift.pValue() < 1 - CONFIDENCE);
        assertThat(lift.value()).isBetween(lift.low(), lift.high());
        assertThat(lift.pValue()).isBetween(0.0, 1.0);
    }

    @Property
    void exchangedGroupsMirrorTheInterval(
            @ForAll @IntRange(max = 60) int successes, @ForAll @IntRange(max = 60) int others) {
        Estimate lift = proportions(successes, 60, others, 60).estimate();
        Estimate mirrored = proportions(others, 60, successes, 60).estimate();

        assertThat(mirrored.low()).isCloseTo(-lift.high(), within(1e-12));
        assertThat(mirrored.high()).isCloseTo(-lift.low(), within(1e-12));
        assertThat(mirrored.pValue()).isCloseTo(lift.pValue(), within(1e-12));
    }

    /** R's data set sleep, in tenths of an hour, by t.test(extra ~ group): its manual's example. */
    @Test
    void smallSamplesAreComparedByStudent() {
        Lift lift = Lift.ofMeans(
                        sample(7, -16, -2, -12, -1, 34, 37, 8, 0, 20),
                        sample(19, 8, 11, 1, -1, 44, 55, 16, 46, 34),
                        CONFIDENCE)
                .orElseThrow();

        assertThat(lift.method()).isEqualTo(Method.WELCH_STUDENT);
        assertThat(lift.estimate().low()).isCloseTo(-33.654832, within(1e-6));
        assertThat(lift.estimate().high()).isCloseTo(2.054832, within(1e-6));
        assertThat(lift.estimate().pValue()).isCloseTo(0.07939, within(5e-6));
    }

    @Test
    void largeSamplesAreComparedByTheNormalQuantile() {
        Sample zerosAndTens = new Sample(20_000, BigInteger.valueOf(100_000), BigInteger.valueOf(1_000_000));
        Sample zeros = new Sample(20_000, BigInteger.ZERO, BigInteger.ZERO);

        Lift lift = Lift.ofMeans(zerosAndTens, zeros, CONFIDENCE).orElseThrow();

        assertThat(lift.method()).isEqualTo(Method.WELCH);
        assertThat(lift.estimate().value()).isEqualTo(5);
        assertThat(lift.estimate().high() - 5).isCloseTo(1.959964 * 5 / Math.sqrt(19_999), within(1e-7));
    }

    @Test
    void isUnknownWhereNothingVaries() {
        assertThat(Lift.ofMeans(sample(3, 3, 3), sample(0, 0), CONFIDENCE)).isEmpty();
        assertThat(Lift.ofMeans(sample(1), sample(1, 2, 3), CONFIDENCE)).isEmpty();
        assertThat(Lift.ofMeans(sample(), sample(), CONFIDENCE)).isEmpty();
        assertThat(Lift.ofProportions(new Proportion(0, 0), new Proportion(1, 2), CONFIDENCE))
                .isEmpty();
    }

    /** As far from zero as money gets: sums of doubles would lose all digits of the variance. */
    @Property(tries = 200)
    void momentsAreThoseOfTheNumbers(
            @ForAll @Size(min = 2, max = 50)
                    List<@LongRange(min = 9_000_000_000_000_000_000L, max = Long.MAX_VALUE) Long> numbers) {
        Sample sample = sample(numbers.stream().mapToLong(Long::longValue).toArray());
        BigDecimal count = BigDecimal.valueOf(numbers.size());
        BigDecimal mean = numbers.stream()
                .map(BigDecimal::valueOf)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(count, MathContext.DECIMAL128);
        BigDecimal squares = numbers.stream()
                .map(number -> BigDecimal.valueOf(number).subtract(mean).pow(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(sample.mean()).isCloseTo(mean.doubleValue(), within(Math.ulp(mean.doubleValue())));
        double variance = squares.divide(count.subtract(BigDecimal.ONE), MathContext.DECIMAL128)
                .doubleValue();
        assertThat(sample.variance()).isCloseTo(variance, within(1e-12 * variance));
    }

    @Test
    void refusesSumsOfNoNumbers() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Sample(2, BigInteger.TEN, BigInteger.valueOf(49)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Sample(-1, BigInteger.ZERO, BigInteger.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(3, 2));
    }

    @Test
    void scalesWithTheCustomers() {
        assertThat(new Estimate(0.1, -0.1, 0.3, 0.2, 0.95).times(10)).isEqualTo(new Estimate(1, -1, 3, 0.2, 0.95));
    }

    private static void assertInterval(Lift lift, Method method, double low, double high) {
        assertThat(lift.method()).isEqualTo(method);
        assertThat(lift.estimate().low()).isCloseTo(low, within(0.5e-4));
        assertThat(lift.estimate().high()).isCloseTo(high, within(0.5e-4));
    }

    private static Lift proportions(long successes, long trials, long others, long otherTrials) {
        return Lift.ofProportions(new Proportion(successes, trials), new Proportion(others, otherTrials), CONFIDENCE)
                .orElseThrow();
    }

    private static Sample sample(long... numbers) {
        return new Sample(
                numbers.length,
                LongStream.of(numbers).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add),
                Arrays.stream(numbers)
                        .mapToObj(number -> BigInteger.valueOf(number).pow(2))
                        .reduce(BigInteger.ZERO, BigInteger::add));
    }
}
