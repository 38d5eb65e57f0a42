package io.clientele.index;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A document to be written.
 *
 * @param removedVersion the version it ended with, if it is no more
 */
record OutboxRow(long number, String id, OptionalLong removedVersion) {

    /** Each id once. */
    static Set<String> ids(List<OutboxRow> rows) {
        Set<String> ids = new LinkedHashSet<>();
        rows.forEach(row -> ids.add(row.id));
        return ids;
    }

    /** The highest version that each id ended with; without those that did not end. */
    static Map<String, Long> removed(List<OutboxRow> rows) {
        Map<String, Long> removed = new HashMap<>();
        rows.forEach(row -> row.removedVersion.ifPresent(version -> removed.merge(row.id, version, Math::max)));
        return removed;
    }
}
