/**
 * Which behaviours with a condition on their events are counted for each customer, and how far that has got.
 *
 * <p>What a definition of a segment or a tag asks for is registered with it, see {@link
 * io.clientele.profile.counter.CounterUse}. The fold counts new events by it at once; the events before are counted by
 * and by. {@link io.clientele.profile.counter.ActiveCounters} tells what is counted everywhere, which only then may
 * decide anything.
 */
@NullMarked
package io.clientele.profile.counter;

import org.jspecify.annotations.NullMarked;
