/**
 * Brings contacts that were decided to be sent to their receivers: by e-mail, and through webhooks.
 *
 * <p>{@link io.clientele.campaign.channel.Deliveries} takes them in the transaction of the decision. A contact's id is the
 * key under which a receiver knows its message again: whatever fails, a message is tried again under the same key, and
 * never under another.
 */
@NullMarked
package io.clientele.campaign.channel;

import org.jspecify.annotations.NullMarked;
