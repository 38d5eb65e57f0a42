/**
 * Segments: sets of customers that marketers define, kept current as events arrive, as time passes and as definitions
 * change.
 *
 * <p>Whoever recomputes customers hands them over to {@code Evaluating} in the same transaction: their tags and segments
 * are evaluated, entries and exits are appended to the stream of memberships
 * ({@code MembershipStream}), and the index is told. When a definition changes, the {@code
 * Sweeper} has every customer that was evaluated with older ones evaluated again.
 */
@NullMarked
package io.clientele.profile.segment;

import org.jspecify.annotations.NullMarked;
