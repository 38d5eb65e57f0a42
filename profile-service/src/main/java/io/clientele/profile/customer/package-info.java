/**
 * Customers as rows: what is stored of each, and what happens when one is computed anew.
 *
 * <p>Whoever changes what a customer is made of, the fold, the reviewer or a mutation, calls {@link
 * io.clientele.profile.customer.Customers} in its transaction; that locks the customers, draws their portraits, asks {@link
 * io.clientele.profile.customer.CustomerChanges} for tags and segments, and writes the rows.
 */
@NullMarked
package io.clientele.profile.customer;

import org.jspecify.annotations.NullMarked;
