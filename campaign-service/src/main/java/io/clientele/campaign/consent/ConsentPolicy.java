package io.clientele.campaign.consent;

import java.util.Set;

import io.clientele.campaign.definition.Channel;

/**
 * What holds of customers who said nothing.
 *
 * @param optIn the channels that take a consent; through the others everyone may be written to who did not withdraw
 */
public record ConsentPolicy(Set<Channel> optIn) {}
