/**
 * Who is whom, as a pure function of the set of events: which customer an event belongs to never depends on the order in
 * which events arrived.
 *
 * <p>An event's <em>home</em> is what its message says: a user id, or {@code anon:} and a device's anonymous id. Events
 * fold into <em>parts</em>: all events of a user, or the events of a device between two {@linkplain
 * io.clientele.profile.identity.Claim claims}. A part belongs to a <em>node</em>: a user, or a device that nobody claimed.
 * Nodes that share an identity key or are joined by an alias form a <em>customer</em>, whose id is the smallest user id.
 * {@code docs/decisions/0007-identity.md} gives the reasons. No framework and no store is known here: others load what
 * {@link io.clientele.profile.identity.IdentityPlan} and {@link io.clientele.profile.identity.Regrouping} ask for, and
 * write what they decide.
 */
@NullMarked
package io.clientele.profile.identity;

import org.jspecify.annotations.NullMarked;
