/**
 * Collection of events: Segment's HTTP spec in, durable events out.
 *
 * <p>A request's way: {@code CollectApi} takes the body, {@code RequestReader} cuts it into items, {@code WriteKeys}
 * names the source, {@code Collector} turns each item into a document ({@code MessageReader}) or a rejection, hands all
 * to the event store and answers item by item. What is accepted is on disk; what is rejected is kept with its reason;
 * an answer of 429 or 503 means that nothing of the request may be assumed.
 */
@NullMarked
package io.clientele.funnel.collect;

import org.jspecify.annotations.NullMarked;
