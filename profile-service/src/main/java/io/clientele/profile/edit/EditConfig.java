package io.clientele.profile.edit;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How changes of customers are made. */
@ConfigMapping(prefix = "clientele.edit")
interface EditConfig {

    /** How long an answer waits for the fold. */
    @WithDefault("5s")
    Duration patience();

    /** How long funnel-service may take. */
    @WithDefault("10s")
    Duration timeout();
}
