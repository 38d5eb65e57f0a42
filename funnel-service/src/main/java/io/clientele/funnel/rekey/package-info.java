/**
 * Stores events under the customer whom they have come to belong to.
 *
 * <p>{@link io.clientele.funnel.rekey.RekeyApi} takes what profile-service has decided, many runs at a time: all
 * events that one device or user sent within a time belong to this customer. {@code MisplacedEvents} finds the events of which that is not yet so,
 * {@code Relocation} makes it so, step by step, in an order in which an event can neither get lost nor stay doubled,
 * whoever is killed or comes between. {@code docs/decisions/0008-rekeying-and-erasing.md} says why it is right.
 */
@NullMarked
package io.clientele.funnel.rekey;

import org.jspecify.annotations.NullMarked;
