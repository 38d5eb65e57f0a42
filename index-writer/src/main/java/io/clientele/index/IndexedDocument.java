package io.clientele.index;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A document to be written. */
public interface IndexedDocument {

    String id();

    /** Rises with every change of the document, also over its removal and return. */
    long version();

    /** Asked for once, when it is written: made only then, a bulk's documents are never all in memory as trees. */
    ObjectNode json();
}
