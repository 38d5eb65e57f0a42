package io.clientele.campaign.channel;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.hibernate.validator.constraints.time.DurationMin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How messages are brought to their receivers. */
@ConfigMapping(prefix = "clientele.delivery")
interface DeliveryConfig {

    /** Whether this instance delivers. */
    @WithDefault("true")
    boolean enabled();

    /** Messages that one instance has under way to one webhook, or to the mail server, at a time. */
    @WithDefault("16")
    @Min(1)
    @Max(256)
    int inFlight();

    /** How long an attempt may take; a webhook is told by it how long its answer may take. */
    @WithDefault("10s")
    @DurationMin(millis = 100)
    Duration timeout();

    /** How long what an instance claimed is left to it if it is not heard of; longer than an attempt. */
    @WithDefault("1m")
    @DurationMin(millis = 200)
    Duration lease();

    /** Attempts before a message is set aside as a dead letter. */
    @WithDefault("12")
    @Min(1)
    @Max(1_000)
    int attempts();

    /** The pause after the first failed attempt; it doubles with each. */
    @WithDefault("5s")
    @DurationMin(millis = 1)
    Duration firstPause();

    /** The longest pause between two attempts, unless a receiver asks for more. */
    @WithDefault("1h")
    @DurationMin(millis = 1)
    Duration longestPause();

    /** How often it is looked whether there is something to deliver. */
    @WithDefault("250ms")
    @DurationMin(millis = 1)
    Duration beat();
}
