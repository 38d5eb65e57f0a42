/**
 * Pages of lists as Relay has them, the same in every service.
 *
 * <p>{@link io.clientele.edge.page.PageRequest} reads a connection's four arguments, {@link
 * io.clientele.edge.page.PageInfo} tells where the page lies; what a cursor is made of is the list's own matter.
 */
@NullMarked
package io.clientele.edge.page;

import org.jspecify.annotations.NullMarked;
