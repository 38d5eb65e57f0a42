/**
 * How a service writes an index of its own from PostgreSQL.
 *
 * <p>The service appends the ids of what has changed to an outbox, in the transaction of the change, and says by an
 * {@link io.clientele.index.IndexSource} what a document is. One of its instances at a time writes the documents to every
 * index that stands ({@link io.clientele.index.IndexWriter}), by external version, so that neither a repetition nor an
 * outage does harm. A rebuild fills a new index beside the live one and then moves the alias. The service's migrations make
 * the {@link io.clientele.index.IndexTables}.
 */
@NullMarked
package io.clientele.index;

import org.jspecify.annotations.NullMarked;
