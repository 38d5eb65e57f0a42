/**
 * The index {@code customers}: what other services, analyses and BI read of customers.
 *
 * <p>The fold appends customers to {@link io.clientele.profile.index.IndexOutbox} in its transaction; {@link
 * io.clientele.index.IndexWriter} writes them. {@link io.clientele.profile.index.StoredCustomers} reads customers with
 * everything that can be asked of them.
 */
@NullMarked
package io.clientele.profile.index;

import org.jspecify.annotations.NullMarked;
