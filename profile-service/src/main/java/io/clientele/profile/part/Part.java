package io.clientele.profile.part;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import io.clientele.contract.event.Event;
import io.clientele.profile.facts.CounterSet;
import io.clientele.profile.facts.Ledger;
import io.clientele.profile.facts.LedgerOrder;
import io.clientele.profile.identity.KnownPart;
import io.clientele.profile.identity.PartKey;
import io.clientele.profile.trait.Traits;

/**
 * The sum of the events of one home in one run.
 *
 * @param node whom it belongs to: a user id, or the {@code anon:} id of a device that nobody claimed
 * @param customer the customer that the node is in
 * @param firstAt the earliest event's time, in milliseconds since 1970
 * @param lastAt the latest event's time, likewise
 * @param ledger with those orders that were loaded or are new
 * @param countedTo the highest number up to which every counter that there still is has counted all of its events
 */
public record Part(
        PartKey key,
        String node,
        String customer,
        long firstAt,
        long lastAt,
        Ledger ledger,
        Traits traits,
        long countedTo) {

    /** A part without events, which by that are counted by all counters. */
    public static Part empty(PartKey key, String node, String customer, CounterSet counters) {
        return new Part(
                key, node, customer, Long.MAX_VALUE, Long.MIN_VALUE, Ledger.EMPTY, Traits.EMPTY, counters.highest());
    }

    /**
     * This and more events.
     *
     * @param counters all that there are, read when the part was loaded or later; those that are newer than the part
     *     knows do not begin in the middle, but count all of its events some time
     */
    public Part plus(List<Event> events, ZoneId zone, CounterSet counters) {
        long first = firstAt;
        long last = lastAt;
        Traits said = traits;
        for (Event event : events) {
            long at = event.times().timestamp().toEpochMilli();
            first = Math.min(first, at);
            last = Math.max(last, at);
            said = said.plus(event);
        }
        return new Part(
                key, node, customer, first, last, ledger.plus(events, zone, counters.upTo(countedTo)), said, countedTo);
    }

    /** The same in another customer. */
    public Part of(String otherCustomer) {
        return new Part(key, node, otherCustomer, firstAt, lastAt, ledger, traits, countedTo);
    }

    /** The same in another run. */
    public Part at(PartKey otherKey, String otherNode) {
        return new Part(otherKey, otherNode, customer, firstAt, lastAt, ledger, traits, countedTo);
    }

    /** The same with these orders. */
    public Part with(Map<String, LedgerOrder> orders) {
        return new Part(key, node, customer, firstAt, lastAt, ledger.withOrders(orders), traits, countedTo);
    }

    /** The same with another ledger, of the same events, that is counted up to a number. */
    public Part counted(Ledger otherLedger, long otherCountedTo) {
        return new Part(key, node, customer, firstAt, lastAt, otherLedger, traits, otherCountedTo);
    }

    /** What identity needs of it. */
    public KnownPart known() {
        return new KnownPart(key, node, customer, firstAt, lastAt);
    }
}
