package io.clientele.campaign.trigger;

import java.time.Instant;

/**
 * The last sign of a customer whose silence a campaign waits for.
 *
 * @param silentAt when it will have been silent for long enough
 * @param event what the message may name of the event, as JSON
 */
record Activity(String campaign, String customer, Instant at, Instant silentAt, String event) {}
