/**
 * Runs the public federation audit against this gateway's planner and executor, when somebody asks for it; see docs/federation.md.
 *
 * <p>The audit's own server answers for the subgraphs and tells the cases, so nothing of it lies here.
 */
@NullMarked
package io.clientele.gateway.audit;

import org.jspecify.annotations.NullMarked;
