/** Holds the reading of supergraph schemas to the join specification. */
@NullMarked
package io.clientele.gateway.supergraph;

import org.jspecify.annotations.NullMarked;
