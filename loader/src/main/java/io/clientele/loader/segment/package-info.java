/** Segment messages, one JSON object a line, as archives and warehouses of Segment-compatible collectors write them. */
@NullMarked
package io.clientele.loader.segment;

import org.jspecify.annotations.NullMarked;
