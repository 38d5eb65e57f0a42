package io.clientele.campaign.consent;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.definition.Channel;

/**
 * A contact whose recipient does not want, or cannot get, another.
 *
 * @param address of an e-mail; null if there is none, or it is erased
 */
public record BlockedContact(
        String contactId,
        String customerId,
        Channel channel,
        @Nullable String address) {}
