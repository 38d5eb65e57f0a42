package io.clientele.profile.rekey;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How funnel-service is told of identity. */
@ConfigMapping(prefix = "clientele.rekey")
interface RekeyConfig {

    /** How often tasks are looked for. */
    @WithDefault("1s")
    Duration every();

    /**
     * How long tasks are gathered while the fold is far behind the feed, so that a home whose events come page after page
     * is moved once for many of them.
     */
    @WithDefault("60s")
    Duration linger();

    /** Most tasks of one request, 1 to 100. An instance sends one request at a time. */
    @WithDefault("100")
    @Min(1)
    @Max(100)
    int requestTasks();

    /** How long an answer may take. */
    @WithDefault("30s")
    Duration timeout();

    /** The longest pause after repeated failures of one task, or of all while funnel-service is away. */
    @WithDefault("1m")
    Duration longestPause();
}
