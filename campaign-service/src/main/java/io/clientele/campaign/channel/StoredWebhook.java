package io.clientele.campaign.channel;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * A webhook.
 *
 * @param secrets those that count now: the present one, and for a while the one before
 */
record StoredWebhook(
        String id,
        String name,
        URI url,
        WebhookPurpose purpose,
        List<SigningSecret> secrets,
        Instant changedAt,
        String changedBy) {}
