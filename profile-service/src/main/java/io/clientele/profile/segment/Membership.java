package io.clientele.profile.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A customer's entry into a segment or exit from it. */
record Membership(String customerId, String segmentId, boolean entered) {

    /** What changes from some segments to others: exits first, each in the order of the segments' ids. */
    static List<Membership> changes(String customerId, Set<String> before, Set<String> after) {
        List<Membership> changes = new ArrayList<>();
        for (String segment : new TreeSet<>(before)) {
            if (!after.contains(segment)) {
                changes.add(new Membership(customerId, segment, false));
            }
        }
        for (String segment : new TreeSet<>(after)) {
            if (!before.contains(segment)) {
                changes.add(new Membership(customerId, segment, true));
            }
        }
        return changes;
    }
}
