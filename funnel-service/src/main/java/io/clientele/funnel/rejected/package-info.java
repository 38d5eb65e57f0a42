/**
 * What the collector refused and kept: the events that did not become one, each with its reason.
 *
 * <p>{@code RejectedEventsApi} is the GraphQL of it, a Relay connection, newest first.
 */
@NullMarked
package io.clientele.funnel.rejected;

import org.jspecify.annotations.NullMarked;
