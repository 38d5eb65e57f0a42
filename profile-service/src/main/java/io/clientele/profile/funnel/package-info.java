/** funnel-service as this service calls it: the feed, and what it is told of identity. */
@NullMarked
package io.clientele.profile.funnel;

import org.jspecify.annotations.NullMarked;
