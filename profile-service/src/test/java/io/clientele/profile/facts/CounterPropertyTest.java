package io.clientele.profile.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

import io.clientele.contract.condition.Condition;
import io.clientele.contract.condition.Condition.EventProperty;
import io.clientele.contract.condition.Condition.Not;
import io.clientele.contract.condition.Counter;
import io.clientele.contract.condition.DailyCounts;
import io.clientele.contract.condition.EventCondition;
import io.clientele.contract.condition.Operator;
import io.clientele.contract.event.Event;
import io.clientele.profile.sample.RandomEvents;
import io.clientele.profile.sample.Shopper;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class CounterPropertyTest {

    private static final Condition BEAUTY = EventProperty.of("product.category", Operator.ANY_OF, "beauty");
    private static final Condition APP = EventProperty.of("channel", Operator.ANY_OF, "app");
    private static final CounterSet COUNTERS = new CounterSet(Map.of(
            2L, counter("Product Viewed", BEAUTY),
            3L, counter("Product Viewed", new Not(BEAUTY)),
            7L, counter("Order Completed", new Condition.And(List.of(BEAUTY, APP))),
            9L, counter("Page Viewed", APP)));

    @Property(tries = 300)
    void countsWhatTheConditionsHoldOf(@ForAll long seed, @ForAll @IntRange(max = 80) int count) {
        List<Event> events = new RandomEvents(seed, 400).some(count);
        Ledger ledger = Ledger.EMPTY.plus(events, Shopper.ZONE, COUNTERS);

        COUNTERS.byNumber()
                .forEach((number, counter) ->
                        assertThat(ledger.dailyCounts(number)).isEqualTo(counted(events, counter)));
        assertThat(Ledger.of(ledger.toBytes()).withOrders(ledger.orders())).isEqualTo(ledger);
    }

    @Property(tries = 300)
    void anyPermutationAndPartitionGivesTheSame(
            @ForAll long seed, @ForAll @IntRange(max = 60) int count, @ForAll @IntRange(min = 1, max = 5) int parts) {
        List<Event> events = new ArrayList<>(new RandomEvents(seed, 5_000).some(count));
        Ledger expected = Ledger.EMPTY.plus(events, Shopper.ZONE, COUNTERS);
        Random random = new Random(seed);
        Collections.shuffle(events, random);
        List<Ledger> ledgers = new ArrayList<>(Collections.nCopies(parts, Ledger.EMPTY));

        for (Event event : events) {
            int part = random.nextInt(parts);
            ledgers.set(part, ledgers.get(part).plus(List.of(event), Shopper.ZONE, COUNTERS));
        }

        assertThat(ledgers.stream().reduce(Ledger.EMPTY, Ledger::plus)).isEqualTo(expected);
    }

    @Property(tries = 300)
    void countingLaterIsAsCountingFromTheStart(
            @ForAll long seed, @ForAll @IntRange(max = 60) int count, @ForAll @IntRange(max = 9) int knownTo) {
        List<Event> events = new ArrayList<>(new RandomEvents(seed, 5_000).some(count));
        Random random = new Random(seed);
        Ledger late = Ledger.EMPTY;
        for (Event event : events) {
            late = late.plus(List.of(event), Shopper.ZONE, COUNTERS.upTo(knownTo));
        }
        Collections.shuffle(events, random);
        int page = 1 + random.nextInt(20);
        for (int from = 0; from < events.size(); from += page) {
            List<Event> some = events.subList(from, Math.min(events.size(), from + page));
            late = late.counting(some, Shopper.ZONE, COUNTERS.after(knownTo));
        }

        assertThat(late).isEqualTo(Ledger.EMPTY.plus(events, Shopper.ZONE, COUNTERS));
    }

    @Property(tries = 100)
    void dropsWhatCountersThatThereAreNoMoreCounted(@ForAll long seed) {
        List<Event> events = new RandomEvents(seed, 400).some(30);
        List<Event> more = new RandomEvents(seed + 1, 400).some(5);
        Ledger without = Ledger.EMPTY.plus(events, Shopper.ZONE, COUNTERS.after(3));
        Ledger with = Ledger.EMPTY.plus(events, Shopper.ZONE, COUNTERS);

        assertThat(with.countingOnly(COUNTERS.after(3))).isEqualTo(without);
        assertThat(with.plus(more, Shopper.ZONE, COUNTERS.after(3)))
                .isEqualTo(without.plus(more, Shopper.ZONE, COUNTERS.after(3)));
    }

    @Property(tries = 100)
    void readsLedgersThatWereStoredBeforeThereWereCounters(@ForAll long seed, @ForAll @IntRange(max = 30) int count) {
        Ledger ledger = Ledger.EMPTY.plus(new RandomEvents(seed, 400).some(count), Shopper.ZONE);
        byte[] bytes = ledger.toBytes();
        assertThat(bytes[0]).as("format 2").isEqualTo((byte) 4);
        assertThat(bytes[bytes.length - 1]).as("no counters").isZero();

        byte[] before = Arrays.copyOf(bytes, bytes.length - 1);
        before[0] = 2;

        assertThat(Ledger.of(before).withOrders(ledger.orders())).isEqualTo(ledger);
    }

    @Property(tries = 100)
    void holdsNoEventOfANameThatItSaysItDoesNotHold(@ForAll long seed, @ForAll @IntRange(max = 5) int count) {
        List<Event> events = new RandomEvents(seed, 400).some(count);
        Ledger ledger = Ledger.EMPTY.plus(events, Shopper.ZONE);

        for (String name : COUNTERS.events()) {
            assertThat(ledger.mayHold(name)).isEqualTo(events.stream().anyMatch(event -> name.equals(event.name())));
        }
    }

    private static DailyCounts counted(List<Event> events, Counter counter) {
        EventCondition where = new EventCondition(counter.where().orElseThrow());
        return DailyCounts.of(events.stream()
                .filter(event -> counter.event().equals(event.name()) && where.matches(event))
                .collect(Collectors.groupingBy(
                        event -> event.times()
                                .timestamp()
                                .atZone(Shopper.ZONE)
                                .toLocalDate()
                                .toEpochDay(),
                        Collectors.counting())));
    }

    private static Counter counter(String event, Condition where) {
        return new Counter(event, Optional.of(where));
    }
}
