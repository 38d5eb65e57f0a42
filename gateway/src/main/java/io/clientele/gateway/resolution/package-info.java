/**
 * Who answers what: for each selection of an operation, the subgraphs that answer it and the moves between them, chosen so
 * that as few requests as possible are needed.
 *
 * <p>A search from the root downwards. Where a field can be had in several ways, each way is costed with all that it
 * entails below, and the cheapest set is kept. What cannot be resolved at a place is handed to the place above, which may
 * ask another subgraph for the rest.
 */
@NullMarked
package io.clientele.gateway.resolution;

import org.jspecify.annotations.NullMarked;
