package io.clientele.campaign.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotBlank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class ExperimentTest {

    private static final int CUSTOMERS = 20_000;

    /** One in 60,000 fair draws is further from its mean than so many standard deviations. */
    private static final double SIGMAS = 4.3;

    @Test
    void assignsAsItAlwaysDid() {
        // By another implementation of the hash; a change would move customers of running experiments.
        assertThat(Assignment.bucket("spring", "customer-1")).isEqualTo(4_188);
        assertThat(Assignment.bucket("spring", "anon:d-1")).isEqualTo(1_910);
        assertThat(Assignment.bucket("spring", "顾客")).isEqualTo(7_199);
        assertThat(Assignment.unit("spring", "customer-1")).isEqualTo(0.6946451772296249);
    }

    @Property(tries = 50)
    void spreadsCustomersEvenlyOverTheParts(@ForAll @NotBlank String salt) {
        int[] tenths = new int[10];
        customers().forEach(customer -> tenths[Assignment.bucket(salt, customer) / 1_000]++);

        // χ² with 9 degrees of freedom: above 45 once in a million.
        double expected = CUSTOMERS / 10.0;
        double chiSquare = IntStream.of(tenths)
                .mapToDouble(found -> Math.pow(found - expected, 2) / expected)
                .sum();
        assertThat(chiSquare).isLessThan(45);
    }

    @Property(tries = 50)
    void givesEveryGroupItsShare(
            @ForAll @NotBlank String salt,
            @ForAll @DoubleRange(max = 0.9) double control,
            @ForAll @IntRange(min = 1, max = 9) int weight) {
        Experiment experiment = new Experiment(salt, control, List.of(new Arm("a", weight), new Arm("b", 3)));

        Map<Optional<String>, Integer> found = new HashMap<>();
        customers().forEach(customer -> found.merge(experiment.variant(customer), 1, Integer::sum));

        double ofA = (1 - control) * weight / (weight + 3);
        assertThat(share(found, Optional.empty())).isCloseTo(control, within(tolerance(control) + 0.5e-4));
        assertThat(share(found, Optional.of("a"))).isCloseTo(ofA, within(tolerance(ofA) + 0.5e-4));
    }

    @Property(tries = 50)
    void addedVariantTakesAndMovesNobodyElse(@ForAll long seed) {
        Random random = new Random(seed);
        List<Arm> arms = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(6); i++) {
            arms.add(new Arm("v" + i, 1 + random.nextInt(9)));
        }
        List<Arm> more = new ArrayList<>(arms);
        more.add(new Arm("new", 1 + random.nextInt(9)));
        Collections.shuffle(more, random);
        Experiment before = new Experiment("s" + seed, 0.2, arms);
        Experiment after = new Experiment("s" + seed, 0.2, more);

        customers().stream().limit(2_000).forEach(customer -> {
            Optional<String> now = after.variant(customer);
            if (!now.equals(Optional.of("new"))) {
                assertThat(now).isEqualTo(before.variant(customer));
            }
        });
    }

    @Property(tries = 50)
    void largerControlGroupKeepsItsCustomersAndMovesNoVariant(
            @ForAll @DoubleRange(max = 0.9) double one, @ForAll @DoubleRange(max = 0.9) double other) {
        List<Arm> arms = List.of(new Arm("a", 1), new Arm("b", 1));
        Experiment small = new Experiment("x", Math.min(one, other), arms);
        Experiment large = new Experiment("x", Math.max(one, other), arms);

        customers().stream().limit(2_000).forEach(customer -> {
            Optional<String> inLarge = large.variant(customer);
            if (inLarge.isPresent()) {
                assertThat(inLarge).isEqualTo(small.variant(customer));
            }
        });
    }

    @Test
    void experimentsAreIndependentOfEachOtherAndOfTheHoldout() {
        Holdout holdout = new Holdout("holdout", 0.5);
        Experiment one = new Experiment("one", 0.5, List.of(new Arm("a", 1), new Arm("b", 1)));
        Experiment two = new Experiment("two", 0.5, List.of(new Arm("a", 1), new Arm("b", 1)));

        long both = customers().stream()
                .filter(customer -> holdout.holds(customer)
                        && one.variant(customer).isEmpty()
                        && two.variant(customer).equals(Optional.of("a")))
                .count();

        double share = 0.5 * 0.5 * 0.25;
        assertThat((double) both / CUSTOMERS).isCloseTo(share, within(tolerance(share)));
    }

    @Test
    void largerHoldoutKeepsItsCustomers() {
        assertThat(customers().stream().filter(new Holdout("h", 0.02)::holds))
                .isNotEmpty()
                .allMatch(new Holdout("h", 0.03)::holds);
        assertThat(customers()).noneMatch(new Holdout("h", 0)::holds).allMatch(new Holdout("h", 1)::holds);
    }

    @Test
    void refusesWhatIsNoExperiment() {
        List<Arm> arms = List.of(new Arm("a", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Experiment("s", 0.91, arms));
        assertThatIllegalArgumentException().isThrownBy(() -> new Experiment("s", Double.NaN, arms));
        assertThatIllegalArgumentException().isThrownBy(() -> new Experiment("s", 0.1, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Experiment("s", 0.1, List.of(new Arm("a", 1), new Arm("a", 2))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Arm("a", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Holdout("s", -0.1));
    }

    private static List<String> customers() {
        return IntStream.range(0, CUSTOMERS).mapToObj(i -> "customer-" + i).toList();
    }

    private static double share(Map<Optional<String>, Integer> found, Optional<String> group) {
        return (double) found.getOrDefault(group, 0) / CUSTOMERS;
    }

    private static double tolerance(double share) {
        return SIGMAS * Math.sqrt(share * (1 - share) / CUSTOMERS);
    }
}
