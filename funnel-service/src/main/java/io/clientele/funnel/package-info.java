/**
 * funnel-service: owns events. {@code collect} takes them in, {@code store} puts them on disk, the other packages answer
 * questions about them.
 */
@NullMarked
package io.clientele.funnel;

import org.jspecify.annotations.NullMarked;
