package io.clientele.funnel.store;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One change to a stored document, beside the collection of events. */
public sealed interface Change {

    /** Where the document is, or shall be. */
    DocumentAddress address();

    /** Writes a document, whatever is there. */
    record Put(DocumentAddress address, ObjectNode document) implements Change {}

    /** Writes a document in the place of the one that was read, or is {@link Result#LOST}. */
    record Replace(DocumentAddress address, ObjectNode document, DocumentVersion read) implements Change {}

    /** Deletes the document that was read, or is {@link Result#LOST}. */
    record Remove(DocumentAddress address, DocumentVersion read) implements Change {}

    /** Deletes a document, whatever it is. */
    record RemoveAny(DocumentAddress address) implements Change {}

    /** What became of a change. */
    enum Result {
        /** On disk in all the shard's copies, and visible to searches. */
        DONE,
        /** Another change came between, and nothing was done; or there is nothing to delete. */
        LOST
    }
}
