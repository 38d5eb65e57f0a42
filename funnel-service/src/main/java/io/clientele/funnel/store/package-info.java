/**
 * Puts events on disk.
 *
 * <p>{@link io.clientele.funnel.store.EventStore} takes the documents of many concurrent requests, writes them together
 * in few bulks (a group commit) and answers each request when all of its documents are in Elasticsearch's translog on
 * disk. A document that is there already is a duplicate, and is reported as one only when the first copy is on disk.
 * {@link io.clientele.funnel.store.EventIndices} creates the indices and knows whether they stand.
 */
@NullMarked
package io.clientele.funnel.store;

import org.jspecify.annotations.NullMarked;
