package io.clientele.funnel.store;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A document as it is stored at this moment, whether searches can see it yet or not.
 *
 * @param source empty if it was not asked for
 */
public record StoredDocument(ObjectNode source, DocumentVersion version) {}
