/**
 * One stored event, valid by construction, and its form as an Elasticsearch document. Whatever becomes an {@link
 * io.clientele.contract.event.Event} can be indexed: limits are checked here, so that no document is ever refused by
 * the index for its content.
 */
@NullMarked
package io.clientele.contract.event;

import org.jspecify.annotations.NullMarked;
