package io.clientele.funnel.feed;

import java.util.Set;

/** Which events of a range are wanted. */
sealed interface Wanted {

    /** Whether the event that a tombstone keeps is wanted, as far as the search itself cannot tell. */
    boolean takesKept(String eventName);

    /**
     * Those of these names.
     *
     * @param names none: all events, those without a name too
     */
    record Named(Set<String> names) implements Wanted {
        @Override
        public boolean takesKept(String eventName) {
            return names.isEmpty() || names.contains(eventName);
        }
    }

    /** Those whose message names this customer. */
    record OfCustomer(String id) implements Wanted {
        @Override
        public boolean takesKept(String eventName) {
            return true;
        }
    }
}
