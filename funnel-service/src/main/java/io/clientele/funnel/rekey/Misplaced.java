package io.clientele.funnel.rekey;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import io.clientele.funnel.store.DocumentAddress;

/**
 * Events that may have to be moved.
 *
 * @param strays by message id, the copies of the event that may have to go
 */
record Misplaced(Map<String, Set<DocumentAddress>> strays) {

    static final Misplaced NONE = new Misplaced(Map.of());

    boolean isEmpty() {
        return strays.isEmpty();
    }

    Misplaced and(Misplaced others) {
        Map<String, Set<DocumentAddress>> all = new LinkedHashMap<>();
        strays.forEach((message, copies) -> all.put(message, new LinkedHashSet<>(copies)));
        others.strays.forEach((message, copies) ->
                all.computeIfAbsent(message, absent -> new LinkedHashSet<>()).addAll(copies));
        return new Misplaced(all);
    }
}
