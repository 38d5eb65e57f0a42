package io.clientele.consumer;

/** The shard's cursor is not where the page was read from: another instance was faster. */
public final class CursorMoved extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CursorMoved() {
        super("another instance folded this page", null, false, false);
    }
}
