package io.clientele.campaign.channel;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.consent.BlockedContact;

/**
 * A contact that was claimed to be delivered.
 *
 * @param claim the number by which it was claimed
 * @param attempt from 1
 * @param address of an e-mail; null of every other, or if it was erased
 */
record Message(
        String contactId,
        Destination destination,
        long claim,
        int attempt,
        @Nullable String address,
        String customerId,
        String campaignId,
        @Nullable String campaignName,
        @Nullable String variant,
        @Nullable String subject,
        String body,
        @Nullable String link,
        @Nullable String couponCode,
        @Nullable Instant couponExpiresAt,
        Instant decidedAt,
        boolean transactional,
        boolean test) {

    BlockedContact recipient() {
        return new BlockedContact(contactId, customerId, destination.channel(), address);
    }
}
