package io.clientele.profile.segment;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How memberships are kept current. */
@ConfigMapping(prefix = "clientele.segments")
interface SegmentConfig {

    /** Most customers that are evaluated again in one transaction, 1 to 10000. */
    @WithDefault("200")
    @Min(1)
    @Max(10_000)
    int sweepCustomers();

    /** How long the sweeper and the sequencer of memberships rest when there is nothing to do. */
    @WithDefault("250ms")
    Duration beat();

    /** The longest rest between two tries after failures. */
    @WithDefault("5s")
    Duration longestRetry();

    /** How long funnel-service may take to name a page of a funnel's customers. */
    @WithDefault("60s")
    Duration funnelTimeout();
}
