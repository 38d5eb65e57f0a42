package io.clientele.elasticsearch.funnel;

import java.io.IOException;

/** The events of one segment, visited in the order of their document numbers. */
final class SegmentEvents {

    private final SingleValue entity;
    private final SingleValue time;
    private final SegmentSteps steps;

    SegmentEvents(SingleValue entity, SingleValue time, SegmentSteps steps) {
        this.entity = entity;
        this.time = time;
        this.steps = steps;
    }

    boolean matchNothing() {
        return steps.matchNothing();
    }

    /**
     * Moves to a document, not before the one visited last, and tells which steps it matches: bit i − 1 for step i. 0 when it
     * matches none or is no event, lacking the entity or the time; then there is nothing further to read.
     */
    int visit(int document) throws IOException {
        int matched = steps.matchedBy(document);
        return matched != 0 && entity.isPresentIn(document) && time.isPresentIn(document) ? matched : 0;
    }

    long entity() throws IOException {
        return entity.value();
    }

    /** Epoch milliseconds. */
    long time() throws IOException {
        return time.value();
    }
}
