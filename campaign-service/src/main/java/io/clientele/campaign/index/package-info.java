/**
 * The Elasticsearch index of contacts, for analyses and BI.
 *
 * <p>PostgreSQL owns the contacts; triggers there write down which of them changed, in the same transaction.
 * {@link io.clientele.index.IndexWriter} writes their documents. While Elasticsearch is away changes wait.
 */
@NullMarked
package io.clientele.campaign.index;

import org.jspecify.annotations.NullMarked;
