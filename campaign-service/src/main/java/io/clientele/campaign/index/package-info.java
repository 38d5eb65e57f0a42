/**
 * The Elasticsearch index of contacts, for analyses and BI.
 *
 * <p>PostgreSQL owns the contacts; triggers there write down which of them changed, in the same transaction. One instance at a
 * time leads and writes their documents, and fills the new index of a rebuild. While Elasticsearch is away changes wait.
 */
@NullMarked
package io.clientele.campaign.index;

import org.jspecify.annotations.NullMarked;
