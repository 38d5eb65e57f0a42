package io.clientele.campaign.channel;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.definition.Channel;

/**
 * A contact that is to be delivered.
 *
 * @param webhookId of {@link Channel#WEBHOOK}, and only of it
 * @param address of {@link Channel#EMAIL}, and only of it
 * @param dueAt not to be sent before
 */
public record Queued(
        String contactId,
        Channel channel,
        @Nullable String webhookId,
        @Nullable String address,
        Instant dueAt) {

    public Queued {
        if ((channel == Channel.WEBHOOK) != (webhookId != null) || (channel == Channel.EMAIL) != (address != null)) {
            throw new IllegalArgumentException("A webhook needs its id, an e-mail its address: " + contactId);
        }
    }
}
