package io.clientele.campaign.experiment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** A real experiment, computed by the product and in two other ways: number by number in Java, and in DuckDB. */
class HillstromTest {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    @ParameterizedTest
    @ValueSource(strings = {Hillstrom.MENS, Hillstrom.WOMENS})
    void proportionsEqualIndependentComputations(String segment) throws SQLException {
        List<Hillstrom> customers = Hillstrom.customers();

        assertLift(
                proportion(customers, segment, Hillstrom::visit),
                Method.WALD,
                IndependentLift.twoPasses(
                        customers, segment, customer -> IndependentLift.flag(customer.visit()), false));
        assertLift(
                proportion(customers, segment, Hillstrom::visit),
                Method.WALD,
                IndependentLift.inDuckDb(segment, "visit", "var_pop"));
        assertLift(
                proportion(customers, segment, Hillstrom::conversion),
                Method.WALD,
                IndependentLift.twoPasses(
                        customers, segment, customer -> IndependentLift.flag(customer.conversion()), false));
        assertLift(
                proportion(customers, segment, Hillstrom::conversion),
                Method.WALD,
                IndependentLift.inDuckDb(segment, "conversion", "var_pop"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Hillstrom.MENS, Hillstrom.WOMENS})
    void spendEqualsIndependentComputations(String segment) throws SQLException {
        List<Hillstrom> customers = Hillstrom.customers();
        Lift lift = Lift.ofMeans(spend(customers, segment), spend(customers, Hillstrom.NONE), 0.95)
                .orElseThrow();
        Lift dollars = new Lift(lift.estimate().times(1e-6), lift.method());

        assertLift(dollars, Method.WELCH, IndependentLift.twoPasses(customers, segment, Hillstrom::spend, true));
        assertLift(dollars, Method.WELCH, IndependentLift.inDuckDb(segment, "spend", "var_samp"));
    }

    /** About half of the whole file, whose published difference is 0.6805 percentage points and 0.7698 dollars. */
    @Test
    void mensMailPays() {
        List<Hillstrom> customers = Hillstrom.customers();
        Estimate conversion =
                proportion(customers, Hillstrom.MENS, Hillstrom::conversion).estimate();

        assertThat(customers).hasSize(32_000);
        assertThat(conversion.low()).isPositive().isLessThan(0.006805);
        assertThat(conversion.high()).isGreaterThan(0.006805);
        assertThat(conversion.pValue()).isLessThan(1e-4);
    }

    private static void assertLift(Lift lift, Method method, IndependentLift expected) {
        Estimate estimate = lift.estimate();
        assertThat(lift.method()).isEqualTo(method);
        assertThat(estimate.value()).isCloseTo(expected.value(), within(1e-12));
        assertThat(estimate.high() - estimate.value()).isCloseTo(expected.half(), within(1e-12));
        assertThat(estimate.value() - estimate.low()).isCloseTo(expected.half(), within(1e-12));
        assertThat(estimate.pValue()).isCloseTo(expected.pValue(), within(1e-9));
    }

    private static Lift proportion(List<Hillstrom> customers, String segment, Predicate<Hillstrom> success) {
        return Lift.ofProportions(
                        successes(customers, segment, success), successes(customers, Hillstrom.NONE, success), 0.95)
                .orElseThrow();
    }

    private static Proportion successes(List<Hillstrom> customers, String segment, Predicate<Hillstrom> success) {
        List<Hillstrom> group = group(customers, segment);
        return new Proportion(group.stream().filter(success).count(), group.size());
    }

    private static Sample spend(List<Hillstrom> customers, String segment) {
        long count = 0;
        BigInteger sum = BigInteger.ZERO;
        BigInteger squares = BigInteger.ZERO;
        for (Hillstrom customer : group(customers, segment)) {
            BigInteger millionths = customer.spend().multiply(MILLION).toBigIntegerExact();
            count++;
            sum = sum.add(millionths);
            squares = squares.add(millionths.pow(2));
        }
        return new Sample(count, sum, squares);
    }

    private static List<Hillstrom> group(List<Hillstrom> customers, String segment) {
        return customers.stream()
                .filter(customer -> customer.segment().equals(segment))
                .toList();
    }
}
