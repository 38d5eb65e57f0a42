package io.clientele.elasticsearch.funnel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import io.clientele.elasticsearch.funnel.BruteForceFunnel.Event;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

class FunnelAutomatonPropertyTest {

    /** Rules, and the events of one entity that are made for them. */
    record Case(FunnelRules rules, List<Event> events) {}

    @Property(tries = 20_000)
    void findsTheLevelThatTryingEverySequenceFinds(@ForAll("cases") Case example) {
        assertThat(level(example.rules(), example.events()))
                .isEqualTo(BruteForceFunnel.level(example.rules(), example.events()));
    }

    @Property(tries = 5_000)
    void findsTheLevelAmongManyEventsOfOneInstant(@ForAll("crowdedCases") Case example) {
        assertThat(level(example.rules(), example.events()))
                .isEqualTo(BruteForceFunnel.level(example.rules(), example.events()));
    }

    @Property(tries = 2_000)
    void doesNotDependOnTheOrderOfEventsOfOneInstant(@ForAll("cases") Case example, @ForAll Random random) {
        List<Event> shuffled = new ArrayList<>(example.events());
        java.util.Collections.shuffle(shuffled, random);
        assertThat(level(example.rules(), shuffled)).isEqualTo(level(example.rules(), example.events()));
    }

    @Property(tries = 2_000)
    void neverFallsWhenTheWindowGrows(@ForAll("cases") Case example) {
        FunnelRules rules = example.rules();
        FunnelRules wider = new FunnelRules(
                rules.steps(), rules.window() + 1, rules.anchor(), rules.strictIncrease(), rules.anchorFrom());
        assertThat(level(wider, example.events())).isGreaterThanOrEqualTo(level(rules, example.events()));
    }

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.integers().between(1, 5).flatMap(steps -> cases(steps, 7, 8));
    }

    @Provide
    Arbitrary<Case> crowdedCases() {
        return Arbitraries.integers().between(3, 5).flatMap(steps -> cases(steps, 7, 1));
    }

    private static Arbitrary<Case> cases(int steps, int events, long lastInstant) {
        Arbitrary<Event> event = Combinators.combine(
                        Arbitraries.longs().between(0, lastInstant),
                        Arbitraries.integers().between(1, (1 << steps) - 1))
                .as(Event::new);
        return Combinators.combine(rules(steps), event.list().ofMaxSize(events)).as(Case::new);
    }

    private static Arbitrary<FunnelRules> rules(int steps) {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 9),
                        Arbitraries.of(Anchor.class),
                        Arbitraries.of(true, false),
                        Arbitraries.of(FunnelRules.NO_LOWER_BOUND, FunnelRules.NO_LOWER_BOUND, 2L, 4L))
                .as((window, anchor, strict, from) -> new FunnelRules(steps, window, anchor, strict, from));
    }

    private static int level(FunnelRules rules, List<Event> events) {
        FunnelAutomaton automaton = new FunnelAutomaton(rules);
        automaton.reset();
        events.stream()
                .sorted(Comparator.comparingLong(Event::time))
                .forEach(event -> automaton.accept(event.time(), event.steps()));
        return automaton.level();
    }
}
