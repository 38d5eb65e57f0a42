package io.clientele.gateway.resolution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.clientele.gateway.operation.FieldSelection;
import io.clientele.gateway.operation.Selections;
import io.clientele.gateway.resolution.Entry.Gate;

/**
 * Chooses, for the fields of one object, which are answered here and which elsewhere.
 *
 * <p>Every field has its alternatives; a request to another subgraph serves all the fields that are chosen to be answered
 * there. So sets of gates are compared: for each set, every field takes its cheapest alternative within the set.
 */
final class Choice {

    /** With more gates than this not every set is compared. */
    private static final int COMPARED_GATES = 8;

    /** A field, or some of what is asked below it, answered by way of an entry; without one it is answered here. */
    private record Part(@Nullable Entry entry, LocalField field) {}

    /** A way to have a field answered, by one part or by several that complete each other. */
    private record Alternative(List<Part> parts, @Nullable FieldSelection missing) {

        boolean within(Set<Gate> gates) {
            return parts.stream().allMatch(part -> part.entry == null || gates.contains(part.entry.gate()));
        }

        Cost cost() {
            return parts.stream().map(part -> part.field.cost()).reduce(Cost.NONE, Cost::beside);
        }
    }

    private final Search search;
    private final Entries entries;
    private final Place place;
    private final Busy busy;

    Choice(Search search, Entries entries, Place place, Busy busy) {
        this.search = search;
        this.entries = entries;
        this.place = place;
        this.busy = busy;
    }

    ObjectResolution among(List<FieldSelection> fields) {
        List<LocalField> settled = new ArrayList<>();
        List<List<Alternative>> open = new ArrayList<>();
        for (FieldSelection selection : fields) {
            LocalField here = search.local(place, selection, null, busy);
            boolean free =
                    here != null && Search.missing(here) == null && here.cost().fetches() == 0;
            if (free) {
                settled.add(here);
            } else {
                open.add(alternatives(selection, here));
            }
        }
        return cheapest(settled, open);
    }

    private List<Alternative> alternatives(FieldSelection selection, @Nullable LocalField here) {
        List<Part> parts = new ArrayList<>();
        if (here != null) {
            parts.add(new Part(null, here));
        }
        for (Entry entry : entries.of(place, selection)) {
            LocalField there = there(entry, selection);
            if (there != null) {
                parts.add(new Part(entry, there));
            }
        }
        List<Alternative> complete = parts.stream()
                .filter(part -> Search.missing(part.field) == null)
                .map(part -> new Alternative(List.of(part), null))
                .toList();
        return complete.isEmpty() ? List.of(combined(selection, parts)) : complete;
    }

    /** The field as it is answered by way of an entry; null if it isn't, or the entry cannot be given what it needs. */
    private @Nullable LocalField there(Entry entry, FieldSelection selection) {
        if (entries.inputs(place, entry, busy).isEmpty()) {
            return null;
        }
        Place target = Place.entered(entry.entity(), entry.target());
        List<FieldSelection> own = Selections.merged(entry.entity(), List.of(selection));
        return own.isEmpty() ? null : search.local(target, own.getFirst(), entry.requires(), busy);
    }

    /** One part after the other, each asked for what those before it leave open. */
    private Alternative combined(FieldSelection selection, List<Part> parts) {
        List<Part> used = new ArrayList<>();
        FieldSelection open = selection;
        for (Part part : parts) {
            if (open == null) {
                break;
            }
            LocalField more = part.entry == null ? search.local(place, open, null, busy) : there(part.entry, open);
            if (more != null) {
                used.add(new Part(part.entry, more));
                open = Search.missing(more);
            }
        }
        return new Alternative(used, open);
    }

    private ObjectResolution cheapest(List<LocalField> settled, List<List<Alternative>> open) {
        List<Gate> gates = gates(open);
        if (gates.size() > COMPARED_GATES) {
            return improved(settled, open, gates);
        }
        ObjectResolution best = null;
        for (int mask = 0; mask < 1 << gates.size(); mask++) {
            Set<Gate> some = new LinkedHashSet<>();
            for (int i = 0; i < gates.size(); i++) {
                if ((mask & 1 << i) != 0) {
                    some.add(gates.get(i));
                }
            }
            best = cheaper(best, within(some, settled, open));
        }
        if (best == null) {
            throw new IllegalStateException("all gates together admit every alternative");
        }
        return best;
    }

    /** Beginning with all gates, leaves out one after the other as long as that makes it cheaper. */
    private ObjectResolution improved(List<LocalField> settled, List<List<Alternative>> open, List<Gate> gates) {
        Set<Gate> kept = new LinkedHashSet<>(gates);
        ObjectResolution best = within(kept, settled, open);
        if (best == null) {
            throw new IllegalStateException("all gates together admit every alternative");
        }
        for (Gate gate : gates) {
            kept.remove(gate);
            ObjectResolution without = within(kept, settled, open);
            if (without != null && without.cost().compareTo(best.cost()) < 0) {
                best = without;
            } else {
                kept.add(gate);
            }
        }
        return best;
    }

    private static @Nullable ObjectResolution cheaper(
            @Nullable ObjectResolution one, @Nullable ObjectResolution other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.cost().compareTo(one.cost()) < 0 ? other : one;
    }

    private static List<Gate> gates(List<List<Alternative>> open) {
        return open.stream()
                .flatMap(List::stream)
                .flatMap(alternative -> alternative.parts.stream())
                .map(Part::entry)
                .filter(entry -> entry != null)
                .map(Entry::gate)
                .distinct()
                .toList();
    }

    /** The resolution by way of these gates only; null if a field has no alternative among them. */
    private @Nullable ObjectResolution within(Set<Gate> gates, List<LocalField> settled, List<List<Alternative>> open) {
        List<Part> parts = new ArrayList<>();
        List<FieldSelection> missing = new ArrayList<>();
        for (List<Alternative> alternatives : open) {
            Alternative chosen = alternatives.stream()
                    .filter(alternative -> alternative.within(gates))
                    .min(Comparator.comparing(Alternative::cost))
                    .orElse(null);
            if (chosen == null) {
                return null;
            }
            parts.addAll(chosen.parts);
            if (chosen.missing != null) {
                missing.add(chosen.missing);
            }
        }
        return resolution(settled, parts, missing);
    }

    private ObjectResolution resolution(List<LocalField> settled, List<Part> parts, List<FieldSelection> missing) {
        List<LocalField> local = new ArrayList<>(settled);
        Map<Entry, List<LocalField>> entered = new LinkedHashMap<>();
        for (Part part : parts) {
            if (part.entry == null) {
                local.add(part.field);
            } else {
                entered.computeIfAbsent(part.entry, any -> new ArrayList<>()).add(part.field);
            }
        }
        List<Hop> hops = new ArrayList<>();
        entered.forEach((entry, fields) -> hops.add(hop(entry, fields)));
        return new ObjectResolution(local, hops, missing);
    }

    private Hop hop(Entry entry, List<LocalField> fields) {
        Entries.Inputs inputs = entries.inputs(place, entry, busy)
                .orElseThrow(() -> new IllegalStateException("an entry was chosen that cannot be given its inputs"));
        Resolution answer = Resolution.of(entry.entity(), new ObjectResolution(fields, List.of(), List.of()));
        return new Hop(entry.target(), entry.entity(), inputs.fields(), inputs.resolution(), answer);
    }
}
