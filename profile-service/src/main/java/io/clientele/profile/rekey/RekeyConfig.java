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

    /** Tasks that one instance sends at a time, 1 to 64; together no more than funnel-service works on at once. */
    @WithDefault("8")
    @Min(1)
    @Max(64)
    int concurrent();

    /** How long an answer may take. */
    @WithDefault("30s")
    Duration timeout();

    /** The longest pause after repeated failures of one task. */
    @WithDefault("1m")
    Duration longestPause();
}
