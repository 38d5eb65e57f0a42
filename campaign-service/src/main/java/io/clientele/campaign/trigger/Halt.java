package io.clientele.campaign.trigger;

import java.time.Instant;

/**
 * Something that a customer did because of which a campaign has nothing to say to it any more.
 *
 * @param expires when it can matter to nobody any more
 */
public record Halt(String campaign, String customer, Instant at, Instant expires) {}
