/**
 * The fold: events of the feed become parts and customers, each exactly once.
 *
 * <p>An instance leases its share of the feed's shards and reads each page by page. A page is one transaction: the shard's
 * cursor is compared and set, the events go into their parts, customers are regrouped if the page says who is whom, and the
 * customers it touched are computed anew with everything that follows. Whatever is killed when, the cursor and what the
 * events caused are stored together or not at all. {@code docs/decisions/0007-identity.md} has the whole.
 */
@NullMarked
package io.clientele.profile.fold;

import org.jspecify.annotations.NullMarked;
