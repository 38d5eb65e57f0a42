package io.clientele.funnel.store;

import org.jspecify.annotations.Nullable;

/** One document on its way to Elasticsearch. */
public final class Document {

    private final Target target;
    private final String id;
    private final @Nullable String routing;
    private final byte[] source;

    private Document(Target target, String id, @Nullable String routing, byte[] source) {
        this.target = target;
        this.id = id;
        this.routing = routing;
        this.source = source;
    }

    /**
     * A new event.
     *
     * @param messageId its id, 1 to 256 bytes; with the routing value its home for ever
     * @param source its JSON on one line, in UTF-8; owned by the document from now on
     */
    public static Document event(String messageId, String routing, byte[] source) {
        return new Document(Target.EVENTS, messageId, routing, source);
    }

    /** An item that failed validation; one with the same id before takes its place. */
    public static Document rejection(String id, byte[] source) {
        return new Document(Target.REJECTED_EVENTS, id, null, source);
    }

    Target target() {
        return target;
    }

    String id() {
        return id;
    }

    /** What decides the shard; the id where nothing else does. */
    String routing() {
        return routing == null ? id : routing;
    }

    byte[] source() {
        return source;
    }

    /** The indices that this service writes. */
    enum Target {
        /** Events: created once, never overwritten. */
        EVENTS,
        /** Items that failed validation: the same item again takes the place of the first. */
        REJECTED_EVENTS
    }

    /** What became of a document. */
    public sealed interface Outcome {

        /** It is on disk, written now. */
        record Created() implements Outcome {}

        /** One with its id and routing was on disk before. */
        record Duplicate() implements Outcome {}

        /** Elasticsearch will never take it. */
        record Unindexable(String reason) implements Outcome {}
    }
}
