/**
 * Questions about all customers: lists, the RFM matrix, distributions, and whom to watch.
 *
 * <p>The index of customers answers them, as of what is visible in it: about a second after PostgreSQL. Counts are exact:
 * what is grouped by has fewer values than a shard may answer, so that no shard leaves one out, and an answer that says
 * otherwise is refused. Sums of money are made of doubles, which hold them exactly up to 9,007,199,254 units of the currency
 * in one group.
 */
@NullMarked
package io.clientele.profile.population;

import org.jspecify.annotations.NullMarked;
