package io.clientele.profile.fold;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How past events are counted by what new definitions ask for. */
@ConfigMapping(prefix = "clientele.recount")
interface RecountConfig {

    /** Whether this instance takes part, if it reads the feed at all. */
    @WithDefault("true")
    boolean enabled();

    /** Most users and devices that are counted in one transaction, 1 to 1000. */
    @WithDefault("200")
    @Min(1)
    @Max(1_000)
    int homes();

    /** How many histories are read at once, 1 to 64; funnel-service searches for each. */
    @WithDefault("4")
    @Min(1)
    @Max(64)
    int histories();

    /** How long what one instance counts is left to it if it is not heard of. */
    @WithDefault("1m")
    Duration lease();

    /** How often new definitions are looked for. */
    @WithDefault("1s")
    Duration beat();
}
