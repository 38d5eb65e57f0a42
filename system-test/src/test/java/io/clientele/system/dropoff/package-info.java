/** Segments that are made of funnels' customers. */
@NullMarked
package io.clientele.system.dropoff;

import org.jspecify.annotations.NullMarked;
