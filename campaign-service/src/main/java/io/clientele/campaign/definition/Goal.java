package io.clientele.campaign.definition;

import java.time.Duration;

/** What a campaign shall bring about: such an event, so long after the contact at most. */
public record Goal(EventMatch match, Duration within) {}
