/** Behaviours with a condition on their events, counted from the histories of the built funnel-service. */
@NullMarked
package io.clientele.system.counter;

import org.jspecify.annotations.NullMarked;
