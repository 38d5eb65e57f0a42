/**
 * What of an operation its caller may not see, decided before it is planned.
 *
 * <p>{@link io.clientele.gateway.access.AccessRules} reads from the supergraph which roles each field asks for; {@link
 * io.clientele.gateway.access.Admission} takes the fields that are closed to a caller out of its document, so that no subgraph is
 * asked for them; {@link io.clientele.gateway.access.Withheld} makes them null in the answer and says so. The services refuse the
 * same fields once more.
 */
@NullMarked
package io.clientele.gateway.access;

import org.jspecify.annotations.NullMarked;
