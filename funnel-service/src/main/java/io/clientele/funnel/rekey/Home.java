package io.clientele.funnel.rekey;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.CustomerId;
import io.clientele.funnel.store.DocumentVersion;
import io.clientele.funnel.store.StoredDocument;

/** What stands in an event's home. */
sealed interface Home {

    /** The event itself. */
    record Live(ObjectNode document, DocumentVersion version) implements Home {}

    /**
     * The tombstone of an event that was moved.
     *
     * @param document the event's document as it was first stored
     * @param homeSeqNo the sequence number that it had
     * @param customer whom it is stored under
     * @param decision the number of the decision that put it there
     */
    record Moved(ObjectNode document, long homeSeqNo, CustomerId customer, long decision, DocumentVersion version)
            implements Home {}

    /** The tombstone of an event that was erased, or nothing. */
    record Gone() implements Home {}

    static Home of(@Nullable StoredDocument stored) {
        if (stored == null || stored.source().path("erased").asBoolean()) {
            return new Gone();
        }
        ObjectNode source = stored.source();
        if (!source.path("tombstone").asBoolean()) {
            return new Live(source, stored.version());
        }
        return new Moved(
                (ObjectNode) source.required("home"),
                source.required("home_seq_no").asLong(),
                CustomerId.parse(source.required("customer_id").asText()),
                source.path("decision").asLong(),
                stored.version());
    }
}
