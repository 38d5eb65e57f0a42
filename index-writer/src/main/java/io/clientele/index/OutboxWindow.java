package io.clientele.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of the outbox, the oldest of all, by id: what stands in it often is written once for all its rows. The further the
 * writer is behind, the more rows a window has of each id, and the less there is to write.
 */
final class OutboxWindow {

    private final Map<String, List<OutboxRow>> byId = new LinkedHashMap<>();

    OutboxWindow(List<OutboxRow> oldest) {
        oldest.forEach(
                row -> byId.computeIfAbsent(row.id(), _ -> new ArrayList<>(1)).add(row));
    }

    /** All its rows, in parts of so many ids at most; those that have waited longest come first. */
    List<List<OutboxRow>> parts(int mostIds) {
        List<List<OutboxRow>> parts = new ArrayList<>();
        int ids = 0;
        for (List<OutboxRow> ofOne : byId.values()) {
            if (ids++ % mostIds == 0) {
                parts.add(new ArrayList<>());
            }
            parts.getLast().addAll(ofOne);
        }
        return parts;
    }
}
