/**
 * Traits: what identify calls say of a customer.
 *
 * <p>Of each trait the latest value stands, by the event's time and then by its message id, so that the order in which events
 * arrive does not matter.
 */
@NullMarked
package io.clientele.profile.trait;

import org.jspecify.annotations.NullMarked;
