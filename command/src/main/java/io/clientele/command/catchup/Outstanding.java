package io.clientele.command.catchup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What has still to be done for the events that are stored.
 *
 * @param events positions of the feed that profile-service has not folded; empty as long as it does not read the feed
 * @param moves runs of events that funnel-service has to move under another customer
 * @param evaluations customers whose tags and segments are to be evaluated
 * @param changes changes of customers that are to be written to their index
 * @param indexed whether there is an index of customers to search
 */
record Outstanding(OptionalLong events, long moves, long evaluations, long changes, boolean indexed) {

    /** Whether every event is counted, and stored under the customer who it belongs to. */
    boolean folded() {
        return events.isPresent() && events.getAsLong() == 0 && moves == 0;
    }

    boolean nothing() {
        return folded() && evaluations == 0 && changes == 0 && indexed;
    }

    /** Such as {@code 1,200 events to fold, 3 customers to evaluate}. */
    String text() {
        List<String> parts = new ArrayList<>();
        if (events.isEmpty()) {
            parts.add("profile-service does not read the feed yet");
        }
        add(parts, events.orElse(0), "event", " to fold");
        add(parts, moves, "run", " of events to move under another customer");
        add(parts, evaluations, "customer", " to evaluate");
        add(parts, changes, "change", " to index");
        if (!indexed) {
            parts.add("the index of customers is being made");
        }
        return parts.isEmpty() ? "nothing is left to do" : String.join(", ", parts);
    }

    private static void add(List<String> parts, long count, String one, String rest) {
        if (count > 0) {
            parts.add(String.format(Locale.ROOT, "%,d %s%s%s", count, one, count == 1 ? "" : "s", rest));
        }
    }
}
