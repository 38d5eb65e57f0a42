/**
 * The index {@code customers}: what other services, analyses and BI read of customers.
 *
 * <p>The fold appends customers to {@link io.clientele.profile.index.IndexOutbox} in its transaction. One instance of the
 * service at a time writes them to every index that stands ({@code IndexWriter}), by external version, so that neither a
 * repetition nor an outage does harm. A rebuild fills a new index beside the live one and then moves the alias.
 * {@link io.clientele.profile.index.StoredCustomers} reads customers with everything that can be asked of them.
 */
@NullMarked
package io.clientele.profile.index;

import org.jspecify.annotations.NullMarked;
