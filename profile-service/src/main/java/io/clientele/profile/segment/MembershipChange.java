package io.clientele.profile.segment;

import java.time.Instant;

/**
 * An entry into a segment or an exit from it, in the stream of all.
 *
 * @param position rises from 1 without gaps; the changes of one customer are in the order in which they were made
 * @param entered whether the customer entered, not left
 * @param at when it was decided
 */
record MembershipChange(long position, String customerId, String segmentId, boolean entered, Instant at) {}
