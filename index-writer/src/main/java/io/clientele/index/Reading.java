package io.clientele.index;

import java.util.List;
import java.util.OptionalLong;

/**
 * What was read of some rows.
 *
 * @param removal the version by which what was asked for and has no document is removed; empty if only the outbox tells
 *     what is removed
 */
public record Reading(List<? extends IndexedDocument> documents, OptionalLong removal) {
    public Reading {
        documents = List.copyOf(documents);
    }
}
