package io.clientele.gateway.access;

import java.util.List;

import io.clientele.gateway.operation.Operation;

/**
 * What remains of an operation for a caller.
 *
 * @param operation the operation without what was refused
 * @param refused the paths of the fields that were refused, by response key and without places in lists
 */
public record Admitted(Operation operation, List<List<String>> refused) {
    public Admitted {
        refused = List.copyOf(refused);
    }
}
