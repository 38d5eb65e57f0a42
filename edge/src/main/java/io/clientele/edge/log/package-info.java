/**
 * How a service writes its log: as text for a person at a terminal, or as one JSON object a line for whatever gathers the
 * logs of many. Messages are the same; none of them names a customer.
 */
@NullMarked
package io.clientele.edge.log;

import org.jspecify.annotations.NullMarked;
