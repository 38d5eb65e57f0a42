package io.clientele.campaign.policy.rules;

import java.time.LocalDate;

import io.clientele.campaign.definition.Channel;

/** A contact that counts: over which channel, and on which day where the customer is. */
public record PastContact(Channel channel, LocalDate day) {}
