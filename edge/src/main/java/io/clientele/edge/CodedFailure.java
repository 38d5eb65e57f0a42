package io.clientele.edge;

import org.jspecify.annotations.Nullable;

/** A failure that a client can act on, named by a stable code. */
public interface CodedFailure {

    /** The stable code, in upper snake case; the client finds it as {@code extensions.code}. */
    String code();

    /** The input field at fault, as a path from the argument ({@code input.steps[0].event}), or null if none is. */
    default @Nullable String field() {
        return null;
    }
}
