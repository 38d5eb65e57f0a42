/**
 * Tags of customers: short texts that a customer is known by, set by hand, computed by a rule, or composed of where the
 * customer lives, what it prefers and what it spends.
 *
 * <p>A rule is a condition on the customer with its manual and composite tags; it asks for no segment and no other
 * rule's tag, so that rules have no order. Segments may ask for every tag. Who added or removed a manual tag, when and
 * why, is kept.
 */
@NullMarked
package io.clientele.profile.tag;

import org.jspecify.annotations.NullMarked;
