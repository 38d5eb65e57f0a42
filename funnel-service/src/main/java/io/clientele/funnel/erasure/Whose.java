package io.clientele.funnel.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.clientele.funnel.internal.RequestBody;

/**
 * Whose documents a request is about.
 *
 * @param extents at least one
 * @param receivedUntil what was received later is left out; null: nothing is
 */
record Whose(List<Extent> extents, @Nullable Instant receivedUntil) {

    private static final String RECEIVED_UNTIL = "receivedUntil";

    Whose {
        extents = List.copyOf(extents);
    }

    static Whose read(byte[] body) {
        RequestBody fields = RequestBody.of(body, Set.of(Extent.CUSTOMERS, RECEIVED_UNTIL));
        return new Whose(Extent.read(fields), fields.instant(RECEIVED_UNTIL));
    }

    /** Whose documents of one extent alone. */
    Whose only(Extent extent) {
        return new Whose(List.of(extent), receivedUntil);
    }
}
