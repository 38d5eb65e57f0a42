/**
 * Funnels as clients write them, the same in every service that takes one: funnel-service computes them, others pass them on
 * to it.
 *
 * <p>Composition keeps of an input type only the fields that all services know, so the types are written once, here.
 */
@NullMarked
package io.clientele.edge.funnel;

import org.jspecify.annotations.NullMarked;
