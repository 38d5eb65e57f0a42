package io.clientele.campaign.channel;

import java.time.Instant;

/**
 * What a receiver tells of one message.
 *
 * @param index its place in the batch
 */
record Receipt(int index, String contactId, ReceiptStatus status, Instant at) {}
