/**
 * Facts: what is known of a customer from its events alone.
 *
 * <p>{@link io.clientele.profile.facts.Ledger} is a commutative fold of events, so that any order and any partition of them gives the
 * same ledger. {@link io.clientele.profile.facts.CustomerFacts} is derived from it at an instant. Nothing here knows a store.
 */
@NullMarked
package io.clientele.profile.facts;

import org.jspecify.annotations.NullMarked;
