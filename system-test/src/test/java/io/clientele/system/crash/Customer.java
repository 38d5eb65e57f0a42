package io.clientele.system.crash;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.clientele.contract.event.Event;
import io.clientele.profile.facts.Ledger;
import io.clientele.profile.identity.KeyKind;
import io.clientele.profile.identity.WholeSet;
import io.clientele.profile.trait.Traits;

/**
 * A customer and all that its events come to.
 *
 * @param messages the ids of its events
 */
record Customer(String id, Set<String> messages, Ledger ledger, Traits traits) {

    /** What the services are configured with. */
    static final ZoneId ZONE = ZoneOffset.UTC;

    /** All customers by their ids, by the definitions of identity and facts, from all events at once. */
    static Map<String, Customer> of(Shoppers shoppers) {
        Map<String, Customer> customers = new TreeMap<>();
        for (List<Event> circle : shoppers.circles()) {
            Map<String, Event> events = new HashMap<>();
            circle.forEach(event -> events.put(event.messageId(), event));
            new WholeSet(circle, EnumSet.allOf(KeyKind.class))
                    .customers()
                    .forEach((id, messages) -> customers.put(
                            id,
                            of(id, messages, messages.stream().map(events::get).toList())));
        }
        return customers;
    }

    private static Customer of(String id, Set<String> messages, List<Event> events) {
        Traits traits = Traits.EMPTY;
        for (Event event : events) {
            traits = traits.plus(event);
        }
        return new Customer(id, messages, Ledger.EMPTY.plus(events, ZONE), traits);
    }
}
