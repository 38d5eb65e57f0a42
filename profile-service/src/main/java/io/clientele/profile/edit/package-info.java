/**
 * Changes of customers by people: traits, and who is whom.
 *
 * <p>A change is an event like any other: it is sent to funnel-service and comes back by the feed, so that a rebuild makes it
 * again. Its message id is made of the key that the client gave, so that the same key changes nothing twice. The answer waits
 * until this service has folded it, for a while.
 */
@NullMarked
package io.clientele.profile.edit;

import org.jspecify.annotations.NullMarked;
