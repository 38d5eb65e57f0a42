package io.clientele.profile.facts;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.condition.DailyCounts;
import io.clientele.contract.event.Event;

/**
 * What a set of events adds up to. Immutable. {@link #plus(Collection, ZoneId)} and {@link #plus(Ledger)} are commutative and
 * associative: any order and any partition of the same events gives an equal ledger. They are not idempotent: an event added
 * twice counts twice in sums (visits, orders' states and the cart do not change by it). The feed gives each message id once, and
 * whoever folds sees to it that it is added once.
 *
 * <p>It is bounded whatever is sent. Beyond a bound the same is kept in any order of events:
 * <ul>
 *   <li>visits: the 1,024 latest, so that a count of 1,024 means that or more;
 *   <li>days: those less than 3,650 before the latest one; totals go on counting;
 *   <li>event names: 256, those of the e-commerce spec first, then those whose names' hashes are smallest; others count as
 *       never having occurred;
 *   <li>counters: as many as there are at a time, of days as of event names;
 *   <li>products in the cart: the 200 touched last;
 *   <li>categories: 256 looked at and 64 of an order; channels, devices, places, price bands: 64, by smallest hash.
 * </ul>
 * Orders have no bound: they are rows of their own and not part of {@link #toBytes}.
 */
public final class Ledger {

    public static final Ledger EMPTY = new Ledger(new LedgerDraft());

    private static final int FORMAT = 2;

    /** Of ledgers that were stored before there were counters. */
    private static final int FORMAT_WITHOUT_COUNTERS = 1;

    // Never changed once it is here.
    private final LedgerDraft parts;

    Ledger(LedgerDraft parts) {
        this.parts = parts;
    }

    /** This and more events where there are no counters. */
    public Ledger plus(Collection<Event> events, ZoneId zone) {
        return plus(events, zone, CounterSet.NONE);
    }

    /**
     * This and more events.
     *
     * @param zone whose days and hours count; the same for all events of a shop, so a change asks for a rebuild
     * @param counters by what the events are counted; counts of others are dropped
     */
    public Ledger plus(Collection<Event> events, ZoneId zone, CounterSet counters) {
        if (events.isEmpty()) {
            return this;
        }
        LedgerDraft draft = copy();
        draft.counters.keep(counters.byNumber().keySet());
        events.forEach(event -> draft.add(event, zone, counters));
        return draft.ledger();
    }

    /**
     * The same, with events counted by counters and in no other way: to be added to a ledger that has the events already, but
     * did not know the counters.
     *
     * @param zone as of {@link #plus(Collection, ZoneId, CounterSet)}
     */
    public Ledger counting(Collection<Event> events, ZoneId zone, CounterSet counters) {
        LedgerDraft draft = copy();
        events.forEach(event -> draft.count(event, zone, counters));
        return draft.ledger();
    }

    /** The same with the counts of these counters only. */
    public Ledger countingOnly(CounterSet counters) {
        LedgerDraft draft = copy();
        draft.counters.keep(counters.byNumber().keySet());
        return draft.ledger();
    }

    /** This and another one, of other events. Orders of one id become one. */
    public Ledger plus(Ledger other) {
        LedgerDraft draft = copy();
        draft.add(other);
        return draft.ledger();
    }

    /** The orders that its events name, by order id; after {@link #of} none. */
    public Map<String, LedgerOrder> orders() {
        return Collections.unmodifiableMap(parts.orders);
    }

    /** The same with these orders instead of its own. */
    public Ledger withOrders(Map<String, LedgerOrder> orders) {
        LedgerDraft same = new LedgerDraft();
        same.known = parts.known;
        same.active = parts.active;
        same.visits = parts.visits;
        same.days = parts.days;
        same.counts = parts.counts;
        same.counters = parts.counters;
        same.cart = parts.cart;
        same.hours = parts.hours;
        same.tallies = parts.tallies;
        same.orders = new HashMap<>(orders);
        return new Ledger(same);
    }

    /** The bytes to store it as, without orders; equal ledgers have equal bytes. */
    public byte[] toBytes() {
        PackedWriter out = new PackedWriter();
        out.number(FORMAT);
        parts.write(out);
        return out.bytes();
    }

    /**
     * The ledger that was stored as these bytes, without orders.
     *
     * @throws IllegalArgumentException if they are no ledger, or one of an unknown format
     */
    public static Ledger of(byte[] bytes) {
        PackedReader in = new PackedReader(bytes);
        long format = in.number();
        if (format != FORMAT && format != FORMAT_WITHOUT_COUNTERS) {
            throw new IllegalArgumentException("This ledger was stored in another format");
        }
        Ledger ledger = new Ledger(LedgerDraft.read(in, format == FORMAT));
        in.end();
        return ledger;
    }

    public boolean isEmpty() {
        return parts.known.equals(Span.NONE);
    }

    /** The earliest event of any kind, an import of traits included. */
    public @Nullable Instant firstSeen() {
        return parts.known.firstInstant();
    }

    /** The latest event of any kind. */
    public @Nullable Instant lastSeen() {
        return parts.known.lastInstant();
    }

    /** The earliest event of a visit. */
    public @Nullable Instant firstVisit() {
        return parts.active.firstInstant();
    }

    /** The latest event of a visit. */
    public @Nullable Instant lastVisit() {
        return parts.active.lastInstant();
    }

    /** The names of counted events. */
    public Set<String> eventNames() {
        return Collections.unmodifiableSet(parts.counts.names());
    }

    /** How often events of a name occurred, ever. */
    public long total(String event) {
        NameCount count = parts.counts.of(event);
        return count == null ? 0 : count.total();
    }

    /** When an event of a name occurred last. */
    public @Nullable Instant last(String event) {
        NameCount count = parts.counts.of(event);
        return count == null ? null : Instant.ofEpochMilli(count.last());
    }

    /** Whether any event of a name may be in it; if not, none is. */
    public boolean mayHold(String event) {
        return parts.counts.of(event) != null || parts.counts.names().size() >= NameCounts.MOST;
    }

    /** How often events of a name occurred on each business day. */
    public DailyCounts dailyCounts(String event) {
        NameCount count = parts.counts.of(event);
        return count == null ? DailyCounts.NONE : daily(count.days());
    }

    /** How often the counter of a number counted on each business day. */
    public DailyCounts dailyCounts(long counter) {
        return daily(parts.counters.of(counter));
    }

    private static DailyCounts daily(Map<Integer, Long> days) {
        TreeMap<Long, Long> byDay = new TreeMap<>();
        days.forEach((day, times) -> byDay.put((long) day, times));
        return new DailyCounts(byDay);
    }

    LedgerDraft parts() {
        return parts;
    }

    private LedgerDraft copy() {
        LedgerDraft copy = new LedgerDraft();
        copy.known = parts.known;
        copy.active = parts.active;
        copy.visits = parts.visits.copy();
        copy.days = parts.days.copy();
        copy.counts = parts.counts.copy();
        copy.counters = parts.counters.copy();
        copy.cart = parts.cart.copy();
        copy.hours = parts.hours.copy();
        copy.tallies = parts.tallies.copy();
        copy.orders = new HashMap<>(parts.orders);
        return copy;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ledger that
                && parts.orders.equals(that.parts.orders)
                && Arrays.equals(toBytes(), that.toBytes());
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(toBytes()) + parts.orders.hashCode();
    }

    /** Sizes only: what a customer did does not belong in logs. */
    @Override
    public String toString() {
        return "Ledger[" + parts.visits.size() + " visits, " + parts.orders.size() + " orders]";
    }
}
