/** Tests of the way to the subgraphs, against servers that answer well, badly, late or not at all. */
@NullMarked
package io.clientele.gateway.subgraph;

import org.jspecify.annotations.NullMarked;
