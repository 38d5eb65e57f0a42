package io.clientele.elasticsearch.funnel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FunnelAutomatonTest {

    private static final int A = 1;
    private static final int B = 2;
    private static final int C = 4;

    /** Rows of ClickHouse's windowFunnel: one letter a second, a window of 100 s; its default and its strict_increase. */
    @ParameterizedTest
    @CsvSource({
        "ABC, 3, 3",
        "ABDC, 3, 3",
        "ADBC, 3, 3",
        "ABCBD, 4, 4",
        "AABC, 3, 3",
        "ACB, 2, 2",
        "BBCCAA, 1, 1",
        "AABBDCC, 3, 3",
        "ABABC, 3, 3"
    })
    void agreesWithClickHouse(String letters, int expected, int expectedStrict) {
        assertThat(level(any(4, 100, false), letters)).isEqualTo(expected);
        assertThat(level(any(4, 100, true), letters)).isEqualTo(expectedStrict);
    }

    @Test
    void countsEventsOfOneInstantInStepOrder() {
        assertThat(level(any(2, 100, false), 5, B, 5, A)).isEqualTo(2);
        assertThat(level(any(2, 100, true), 5, B, 5, A)).isEqualTo(1);
    }

    @Test
    void includesTheEndOfTheWindow() {
        assertThat(level(any(2, 10, false), 1, A, 11, B)).isEqualTo(2);
        assertThat(level(any(2, 10, false), 1, A, 12, B)).isEqualTo(1);
    }

    @Test
    void letsALaterFirstStepBeginAnew() {
        assertThat(level(any(2, 10, false), 1, A, 50, A, 55, B)).isEqualTo(2);
    }

    @Test
    void firstEverHoldsToTheFirst() {
        FunnelRules firstEver = new FunnelRules(2, 10, Anchor.FIRST_EVER, false, FunnelRules.NO_LOWER_BOUND);
        assertThat(level(firstEver, 1, A, 50, A, 55, B)).isEqualTo(1);
        assertThat(level(firstEver, 1, A, 1, B)).isEqualTo(1);
        assertThat(level(firstEver, 1, A, 2, B)).isEqualTo(2);
    }

    @Test
    void oneEventServesOneStepOnly() {
        assertThat(level(any(2, 10, false), 1, A | B)).isEqualTo(1);
        assertThat(level(any(2, 10, false), 1, A | B, 1, A | B)).isEqualTo(2);
        assertThat(level(any(3, 10, false), 1, A | B, 1, B | C)).isEqualTo(2);
        assertThat(level(any(3, 10, false), 1, A | B, 1, B | C, 1, A | C)).isEqualTo(3);
    }

    /** A greedy strict mode lets the second A, at the instant of B, overwrite the first, and loses the chain. */
    @Test
    void strictIncreaseKeepsTheEarlierBeginning() {
        assertThat(level(any(2, 100, true), 1, A, 5, A, 5, B)).isEqualTo(2);
    }

    @Test
    void aLaterBeginningDoesNotSpoilAnAttemptUnderWay() {
        assertThat(level(any(3, 10, false), 1, A, 2, B, 9, A, 11, C)).isEqualTo(3);
    }

    @Test
    void noStepBeforeTheLowerBoundBegins() {
        FunnelRules anyFrom5 = new FunnelRules(2, 10, Anchor.ANY, false, 5);
        assertThat(level(anyFrom5, 4, A, 6, B)).isZero();
        assertThat(level(anyFrom5, 4, A, 5, A, 6, B)).isEqualTo(2);
        FunnelRules firstFrom5 = new FunnelRules(2, 10, Anchor.FIRST_EVER, false, 5);
        assertThat(level(firstFrom5, 4, A, 5, A, 6, B)).isZero();
        assertThat(level(firstFrom5, 5, A, 6, B)).isEqualTo(2);
    }

    @Test
    void windowsLongerThanAllOfTimeDoNotOverflow() {
        assertThat(level(any(2, Long.MAX_VALUE, false), -5, A, 5, B)).isEqualTo(2);
        assertThat(level(any(2, Long.MAX_VALUE, false), Long.MIN_VALUE + 1, A, -1, B))
                .isEqualTo(2);
        assertThat(level(any(2, 10, false), Long.MIN_VALUE, A, Long.MIN_VALUE + 10, B))
                .isEqualTo(2);
        assertThat(level(any(2, 10, false), Long.MIN_VALUE, A, Long.MAX_VALUE, B))
                .isEqualTo(1);
    }

    @Test
    void takesThirtyTwoSteps() {
        FunnelAutomaton automaton = new FunnelAutomaton(any(32, 100, false));
        for (int step = 0; step < 32; step++) {
            automaton.accept(step, 1 << step);
        }
        assertThat(automaton.level()).isEqualTo(32);
        automaton.reset();
        for (int event = 0; event < 10_000; event++) {
            automaton.accept(7, event % 100 == 0 ? -1 : A | B);
        }
        assertThat(automaton.level()).isEqualTo(32);
    }

    @Test
    void forgetsTheEntityBefore() {
        FunnelAutomaton automaton = new FunnelAutomaton(any(2, 10, false));
        automaton.accept(1, A);
        assertThat(automaton.level()).isEqualTo(1);
        automaton.reset();
        automaton.accept(2, B);
        assertThat(automaton.level()).isZero();
    }

    private static FunnelRules any(int steps, long window, boolean strictIncrease) {
        return new FunnelRules(steps, window, Anchor.ANY, strictIncrease, FunnelRules.NO_LOWER_BOUND);
    }

    private static int level(FunnelRules rules, String letters) {
        long[] timesAndSteps = new long[2 * letters.length()];
        for (int index = 0; index < letters.length(); index++) {
            timesAndSteps[2 * index] = index;
            timesAndSteps[2 * index + 1] = 1L << (letters.charAt(index) - 'A');
        }
        return level(rules, timesAndSteps);
    }

    private static int level(FunnelRules rules, long... timesAndSteps) {
        FunnelAutomaton automaton = new FunnelAutomaton(rules);
        for (int index = 0; index < timesAndSteps.length; index += 2) {
            automaton.accept(timesAndSteps[index], (int) timesAndSteps[index + 1]);
        }
        return automaton.level();
    }
}
