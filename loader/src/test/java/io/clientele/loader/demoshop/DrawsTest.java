package io.clientele.loader.demoshop;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class DrawsTest {

    @Property(tries = 200)
    void drawsWholeNumbersFromEndToEnd(@ForAll long seed, @ForAll @IntRange(min = -50, max = 50) int least) {
        Dice dice = new Dice(seed);
        int most = least + 4;
        boolean[] seen = new boolean[5];
        for (int i = 0; i < 500; i++) {
            int drawn = dice.between(least, most);
            assertThat(drawn).isBetween(least, most);
            seen[drawn - least] = true;
        }
        assertThat(seen).containsOnly(true);
    }

    @Property(tries = 200)
    void keepsQuotasCloserThanChance(@ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 0.99) double share) {
        Quota quota = Quota.ofHabits(new Dice(seed));
        int hits = 0;
        for (int i = 0; i < 2_000; i++) {
            hits += quota.fraction() < share ? 1 : 0;
        }
        assertThat(hits / 2_000.0).isBetween(share - 0.005, share + 0.005);
    }

    @Property(tries = 50)
    void drawsCausesWithTheirShareAndTheirLoss(@ForAll long seed) {
        Dice dice = new Dice(seed);
        int[] met = new int[2];
        int[] goesOnAndMet = new int[2];
        for (int i = 0; i < 40_000; i++) {
            boolean goesOn = dice.chance(Cause.CARTED);
            int cause = Cause.SLOW_PAGE.met(dice, goesOn, Cause.CARTED) ? 1 : 0;
            met[cause]++;
            goesOnAndMet[cause] += goesOn ? 1 : 0;
        }
        assertThat(met[1] / 40_000.0).isBetween(0.11, 0.13);
        double with = goesOnAndMet[1] / (double) met[1];
        double without = goesOnAndMet[0] / (double) met[0];
        assertThat(with / without).isBetween(0.64, 0.76);
    }
}
