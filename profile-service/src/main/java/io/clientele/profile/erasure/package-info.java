/**
 * Erases customers from every store, provably, and exports them.
 *
 * <p>{@code Eraser} carries out what {@link io.clientele.profile.erasure.ErasureApi} was asked for, step by step: each is
 * written down when it is done, and done again if that is not known. PostgreSQL goes first, in one transaction, so that from
 * then on the customer is unknown; then the events of funnel-service; then every store is searched for what may be left.
 * {@code docs/decisions/0009-erasing-a-customer.md} says why in this order.
 */
@NullMarked
package io.clientele.profile.erasure;

import org.jspecify.annotations.NullMarked;
