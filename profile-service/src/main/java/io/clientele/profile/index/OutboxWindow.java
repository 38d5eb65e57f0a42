package io.clientele.profile.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of the outbox, the oldest of all, by customer: one that stands in it often is written once for all its rows. The
 * further the writer is behind, the more rows a window has of each customer, and the less there is to write.
 */
final class OutboxWindow {

    private final Map<String, List<OutboxRow>> byCustomer = new LinkedHashMap<>();

    OutboxWindow(List<OutboxRow> oldest) {
        oldest.forEach(row -> byCustomer
                .computeIfAbsent(row.customerId(), _ -> new ArrayList<>(1))
                .add(row));
    }

    /** All its rows, in parts of so many customers at most; those who have waited longest come first. */
    List<List<OutboxRow>> parts(int mostCustomers) {
        List<List<OutboxRow>> parts = new ArrayList<>();
        int customers = 0;
        for (List<OutboxRow> ofCustomer : byCustomer.values()) {
            if (customers++ % mostCustomers == 0) {
                parts.add(new ArrayList<>());
            }
            parts.getLast().addAll(ofCustomer);
        }
        return parts;
    }
}
