package io.clientele.elasticsearch.funnel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.elasticsearch.common.util.BigArrays;

import io.clientele.elasticsearch.funnel.BruteForceFunnel.Event;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

class CustomerSelectionPropertyTest {

    /** An event of a session, which is of a customer. */
    record Visit(long customer, long session, Event event) {}

    record Case(FunnelRules rules, CustomerListing listing, List<Visit> visits) {}

    @Property(tries = 5_000)
    void picksThoseThatTryingEverySequencePicks(@ForAll("cases") Case example) {
        CustomerListing listing = example.listing();
        List<Long> expected = new ArrayList<>();
        levels(example, true).forEach((customer, levels) -> {
            if (levels.stream().anyMatch(level -> listing.outcome().isOf(level, listing.step()))) {
                expected.add(customer);
            }
        });
        CustomerSelection selection = select(example, true, listing);
        assertThat(selection.total()).isEqualTo(expected.size());
        assertThat(selection.customers())
                .containsExactly(expected.stream()
                        .limit(listing.size())
                        .mapToLong(id -> id)
                        .toArray());
        assertThat(selection.counts()).isEqualTo(counts(levels(example, true), example.rules()));
    }

    @Property(tries = 2_000)
    void listsAsManyCustomersAsAreCounted(@ForAll("cases") Case example) {
        for (int step = 1; step <= example.rules().steps(); step++) {
            CustomerSelection dropped = select(example, false, listing(step, Outcome.DROPPED));
            CustomerSelection converted = select(example, false, listing(step, Outcome.CONVERTED));
            long[] counts = dropped.counts();
            long next = step < counts.length ? counts[step] : 0;
            assertThat(dropped.total()).isEqualTo(counts[step - 1] - next);
            assertThat(converted.total()).isEqualTo(counts[step - 1]);
        }
    }

    @Property(tries = 1_000)
    void namesOfEachCustomerAnEventOfItsOwn(@ForAll("cases") Case example) {
        CustomerSelection selection = select(example, true, listing(1, Outcome.CONVERTED));
        long[] customers = selection.customers();
        int[] documents = selection.documents();
        for (int i = 0; i < customers.length; i++) {
            assertThat(example.visits().get(documents[i]).customer()).isEqualTo(customers[i]);
        }
    }

    private static CustomerListing listing(int step, Outcome outcome) {
        return new CustomerListing("h", "i", step, outcome, CustomerListing.MOST);
    }

    private static CustomerSelection select(Case example, boolean bySession, CustomerListing listing) {
        try (CustomerRows rows = new CustomerRows(BigArrays.NON_RECYCLING_INSTANCE)) {
            for (int document = 0; document < example.visits().size(); document++) {
                Visit visit = example.visits().get(document);
                rows.add(
                        visit.customer(),
                        bySession ? visit.session() : visit.customer(),
                        visit.event().time(),
                        visit.event().steps(),
                        document);
            }
            rows.sort();
            return CustomerSelection.of(rows, example.rules(), listing);
        }
    }

    private static Map<Long, List<Integer>> levels(Case example, boolean bySession) {
        Map<Long, Map<Long, List<Event>>> events = new TreeMap<>();
        example.visits()
                .forEach(visit -> events.computeIfAbsent(visit.customer(), customer -> new TreeMap<>())
                        .computeIfAbsent(bySession ? visit.session() : 0L, session -> new ArrayList<>())
                        .add(visit.event()));
        Map<Long, List<Integer>> levels = new TreeMap<>();
        events.forEach((customer, sessions) -> levels.put(
                customer,
                sessions.values().stream()
                        .map(session -> BruteForceFunnel.level(example.rules(), session))
                        .toList()));
        return levels;
    }

    private static long[] counts(Map<Long, List<Integer>> levels, FunnelRules rules) {
        long[] counts = new long[rules.steps()];
        levels.values().stream()
                .flatMap(List::stream)
                .forEach(level -> Arrays.setAll(counts, step -> counts[step] + (level > step ? 1 : 0)));
        return counts;
    }

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.integers().between(1, 4).flatMap(CustomerSelectionPropertyTest::cases);
    }

    private static Arbitrary<Case> cases(int steps) {
        Arbitrary<Event> event = Combinators.combine(
                        Arbitraries.longs().between(0, 8),
                        Arbitraries.integers().between(1, (1 << steps) - 1))
                .as(Event::new);
        // Sessions are their customer's own, as their hashes are.
        Arbitrary<Visit> visit = Combinators.combine(
                        Arbitraries.of(Long.MIN_VALUE, -7L, 0L, 3L, 4L, Long.MAX_VALUE),
                        Arbitraries.longs().between(0, 2),
                        event)
                .as((customer, session, what) -> new Visit(customer, customer ^ session << 8, what));
        Arbitrary<FunnelRules> rules = Combinators.combine(
                        Arbitraries.longs().between(1, 9), Arbitraries.of(Anchor.class), Arbitraries.of(true, false))
                .as((window, anchor, strict) ->
                        new FunnelRules(steps, window, anchor, strict, FunnelRules.NO_LOWER_BOUND));
        Arbitrary<CustomerListing> listing = Combinators.combine(
                        Arbitraries.integers().between(1, steps),
                        Arbitraries.of(Outcome.class),
                        Arbitraries.integers().between(1, 7))
                .as((step, outcome, size) -> new CustomerListing("h", "i", step, outcome, size));
        return Combinators.combine(rules, listing, visit.list().ofMaxSize(30)).as(Case::new);
    }
}
