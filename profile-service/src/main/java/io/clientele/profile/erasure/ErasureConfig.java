package io.clientele.profile.erasure;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How customers are erased. */
@ConfigMapping(prefix = "clientele.erasure")
interface ErasureConfig {

    /** How often erasures are looked for. */
    @WithDefault("1s")
    Duration every();

    /** How long after the first step the last search is at the earliest, for what was on its way to a store then. */
    @WithDefault("5s")
    Duration settle();

    /** How long an answer of funnel-service may take. */
    @WithDefault("30s")
    Duration timeout();

    /** The longest pause after repeated failures. */
    @WithDefault("1m")
    Duration longestPause();
}
