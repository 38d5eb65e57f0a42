/**
 * What this service has still to do: asked by operators, and by whoever waits until what was sent shows everywhere. How far
 * the feed is folded is told by funnel-service, which alone knows where the feed ends.
 */
@NullMarked
package io.clientele.profile.backlog;

import org.jspecify.annotations.NullMarked;
