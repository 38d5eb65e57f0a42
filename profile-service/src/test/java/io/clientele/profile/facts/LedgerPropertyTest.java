package io.clientele.profile.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.clientele.contract.event.Event;
import io.clientele.profile.sample.RandomEvents;
import io.clientele.profile.sample.Shopper;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class LedgerPropertyTest {

    @Property(tries = 500)
    void anyPermutationDuplicationAndPartitionGivesTheSameLedgerAndFacts(
            @ForAll long seed, @ForAll @IntRange(max = 60) int count, @ForAll @IntRange(min = 1, max = 5) int parts) {
        List<Event> events = new RandomEvents(seed, 400).some(count);
        Random random = new Random(seed + 1);
        List<Event> delivered = new ArrayList<>(events);
        events.stream().filter(_ -> random.nextInt(3) == 0).forEach(delivered::add);
        Collections.shuffle(delivered, random);

        Ledger folded = fold(once(delivered), parts, random);

        Ledger expected = Ledger.EMPTY.plus(events, Shopper.ZONE);
        assertThat(folded).isEqualTo(expected).hasSameHashCodeAs(expected);
        assertThat(facts(folded)).isEqualTo(facts(expected));
    }

    @Property(tries = 200)
    void addingLedgersIsCommutativeAndAssociative(@ForAll long seed) {
        RandomEvents random = new RandomEvents(seed, 400);
        Ledger a = Ledger.EMPTY.plus(random.some(15), Shopper.ZONE);
        Ledger b = Ledger.EMPTY.plus(random.some(15), Shopper.ZONE);
        Ledger c = Ledger.EMPTY.plus(random.some(15), Shopper.ZONE);
        assertThat(a.plus(b)).isEqualTo(b.plus(a));
        assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
        assertThat(a.plus(Ledger.EMPTY)).isEqualTo(a);
        assertThat(Ledger.EMPTY.plus(a)).isEqualTo(a);
    }

    @Property(tries = 200)
    void comesBackFromItsBytesAndItsOrders(@ForAll long seed, @ForAll @IntRange(max = 60) int count) {
        Ledger ledger = Ledger.EMPTY.plus(new RandomEvents(seed, 5_000).some(count), Shopper.ZONE);
        Map<String, LedgerOrder> orders = new LinkedHashMap<>();
        ledger.orders().forEach((id, order) -> orders.put(id, LedgerOrder.of(order.toBytes())));
        assertThat(orders).isEqualTo(ledger.orders());
        assertThat(Ledger.of(ledger.toBytes()).orders()).isEmpty();
        assertThat(Ledger.of(ledger.toBytes()).withOrders(orders)).isEqualTo(ledger);
    }

    @Property(tries = 100)
    void addingNeverChangesWhatItWasAddedTo(@ForAll long seed) {
        RandomEvents random = new RandomEvents(seed, 400);
        Ledger before = Ledger.EMPTY.plus(random.some(20), Shopper.ZONE);
        byte[] bytes = before.toBytes();
        Map<String, LedgerOrder> orders = Map.copyOf(before.orders());
        List<Event> more = random.some(20);
        assertThat(before.plus(more, Shopper.ZONE)).isNotEqualTo(before);
        assertThat(before.plus(Ledger.EMPTY.plus(more, Shopper.ZONE))).isNotEqualTo(before);
        assertThat(before.toBytes()).isEqualTo(bytes);
        assertThat(before.orders()).isEqualTo(orders);
    }

    @Example
    void tooManyVisitsKeepTheSameInAnyOrder() {
        Ledger ledger = sameInAnyOrder(
                2 * Visits.MOST, i -> new Shopper().visit("s" + i % 1_500, Shopper.daysAgo(i % 700), 10));
        assertThat(facts(ledger).visits().visits()).isEqualTo(Visits.MOST);
    }

    @Example
    void tooManyEventNamesKeepTheSameInAnyOrder() {
        Ledger ledger = sameInAnyOrder(
                800,
                i -> i % 8 == 0
                        ? new Shopper().order(Shopper.daysAgo(i), "10")
                        : new Shopper().track("Name " + i % 400, Shopper.daysAgo(i), event -> event));
        assertThat(ledger.eventNames()).hasSize(NameCounts.MOST).contains("Order Completed");
        assertThat(ledger.total("Order Completed")).isEqualTo(100);
    }

    @Example
    void tooManyProductsInTheCartKeepTheSameInAnyOrder() {
        Ledger ledger = sameInAnyOrder(
                3 * Cart.MOST,
                i -> i % 5 == 0
                        ? new Shopper().take(Shopper.daysAgo(i % 300), "p" + i % 350)
                        : new Shopper().put(Shopper.daysAgo(i), "p" + i % 350));
        assertThat(facts(ledger).cart().products()).isBetween(1L, (long) Cart.MOST);
    }

    @Example
    void tooManyCategoriesKeepTheSameInAnyOrder() {
        Ledger ledger = sameInAnyOrder(
                1_000,
                i -> new Shopper().put(Shopper.daysAgo(i % 50), Shopper.product("p", "category " + i % 400, "5", 1)));
        assertThat(ledger.parts().tallies.counts(Feature.CATEGORY))
                .hasSize(Feature.CATEGORY.most())
                .allSatisfy((_, count) -> assertThat(count).isBetween(2L, 3L));
    }

    @Example
    void daysBeyondTheHorizonAreDroppedInAnyOrder() {
        Ledger ledger = sameInAnyOrder(400, i -> new Shopper().visit("s", Shopper.daysAgo(i * 30L), 10));
        assertThat(facts(ledger).visits().daysActive()).isEqualTo(122);
        assertThat(ledger.dailyCounts("Page Viewed").total()).isEqualTo(122);
        assertThat(ledger.total("Page Viewed")).isEqualTo(400);
    }

    /** Each event comes from a shopper of its own, with the first message id: no two are the same object. */
    private static Ledger sameInAnyOrder(int count, IntFunction<Shopper> shoppers) {
        List<Event> events = IntStream.range(0, count)
                .mapToObj(i -> shoppers.apply(i).events().getFirst())
                .toList();
        Ledger expected = Ledger.EMPTY.plus(events, Shopper.ZONE);
        Random random = new Random(7);
        for (int round = 0; round < 5; round++) {
            List<Event> shuffled = new ArrayList<>(events);
            Collections.shuffle(shuffled, random);
            assertThat(fold(shuffled, 1 + round * 9, random)).isEqualTo(expected);
        }
        return expected;
    }

    /** Fold into some ledgers, event by event or in groups, through bytes, and add them up in some order. */
    private static Ledger fold(List<Event> events, int parts, Random random) {
        List<Ledger> ledgers = new ArrayList<>(Collections.nCopies(parts, Ledger.EMPTY));
        int from = 0;
        while (from < events.size()) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(1 + events.size() / 20));
            int part = random.nextInt(parts);
            Ledger stored = ledgers.get(part);
            Ledger loaded = Ledger.of(stored.toBytes()).withOrders(stored.orders());
            ledgers.set(part, loaded.plus(events.subList(from, to), Shopper.ZONE));
            from = to;
        }
        Collections.shuffle(ledgers, random);
        return ledgers.stream().reduce(Ledger.EMPTY, Ledger::plus);
    }

    /** What the feed gives: each message once. */
    private static List<Event> once(Collection<Event> delivered) {
        Map<String, Event> byId = new LinkedHashMap<>();
        delivered.forEach(event -> byId.putIfAbsent(event.messageId(), event));
        return List.copyOf(byId.values());
    }

    private static CustomerFacts facts(Ledger ledger) {
        return CustomerFacts.derive(ledger, Shopper.NOW, Shopper.factsRules());
    }
}
