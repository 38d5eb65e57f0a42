package io.clientele.campaign.channel;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which webhooks may be called, and how. */
@ConfigMapping(prefix = "clientele.webhooks")
interface WebhookConfig {

    /** Whether a webhook may be called without TLS. */
    @WithDefault("false")
    boolean allowHttp();

    /** Whether a webhook may lie at a private, local or otherwise not public address. */
    @WithDefault("false")
    boolean allowPrivate();

    /** How long messages are signed with the secret before as well, and receipts taken that are, after a new one is made. */
    @WithDefault("24h")
    @DurationMin(seconds = 0)
    Duration secretOverlap();
}
