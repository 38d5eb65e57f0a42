package io.clientele.gateway.resolution;

import java.util.HashSet;
import java.util.Set;

import io.clientele.gateway.supergraph.CompositeType;

/**
 * The entries whose inputs are being searched for: an entry cannot be its own precondition.
 *
 * @param entries each with the object that enters
 */
record Busy(Set<Entering> entries) {

    static final Busy WITH_NOTHING = new Busy(Set.of());

    private record Entering(CompositeType object, Entry entry) {}

    boolean with(CompositeType object, Entry entry) {
        return entries.contains(new Entering(object, entry));
    }

    Busy and(CompositeType object, Entry entry) {
        Set<Entering> more = new HashSet<>(entries);
        more.add(new Entering(object, entry));
        return new Busy(Set.copyOf(more));
    }
}
