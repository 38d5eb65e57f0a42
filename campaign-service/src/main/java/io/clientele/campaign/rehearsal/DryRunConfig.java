package io.clientele.campaign.rehearsal;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How dry runs are made. */
@ConfigMapping(prefix = "clientele.dry-run")
interface DryRunConfig {

    /** Whether this instance makes dry runs, one at a time; one that does not still takes them for others. */
    @WithDefault("true")
    boolean enabled();

    /** The longest time of the past that one goes through. */
    @WithDefault("92d")
    Duration longest();

    /** Most events that one reads, and most members that it lets in, 1 to 10000000; so many kilobytes of memory may be taken by the events whose customers wait. */
    @WithDefault("200000")
    @Min(1)
    @Max(10_000_000)
    int mostEvents();

    /** Most of them under way or waiting for their turn, 1 to 1000. */
    @WithDefault("20")
    @Min(1)
    @Max(1_000)
    int mostRunning();

    /** How often one is looked for when there was none. */
    @WithDefault("1s")
    Duration beat();

    /** How long one stays with an instance that is not heard of. */
    @WithDefault("30s")
    Duration lease();

    /** How often one is begun before it has failed, 1 to 100. */
    @WithDefault("5")
    @Min(1)
    @Max(100)
    int attempts();

    /** How long one that ended is kept. */
    @WithDefault("90d")
    Duration kept();
}
