package io.clientele.campaign.trigger;

import java.time.Duration;
import java.util.Set;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

import io.clientele.consumer.ConsumerSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How triggers are read. */
@ConfigMapping(prefix = "clientele.trigger")
interface TriggerConfig {

    /** Whether this instance reads the feed, memberships, schedules and silences; one that does not still answers questions. */
    @WithDefault("true")
    boolean enabled();

    /** The name that the feed knows this service by; all instances on one database share it. */
    @WithDefault("campaign")
    @Pattern(regexp = "[a-z][a-z0-9-]{0,63}")
    String consumer();

    /** Most events of one page, which is one transaction; 1 to 10000. */
    @WithDefault("2000")
    @Min(1)
    @Max(10_000)
    int pageEvents();

    /**
     * How long the feed and the stream of memberships may wait before they answer an empty page; and about as long after the end
     * of a wait it is known that nothing happened that ended it.
     */
    @WithDefault("1s")
    Duration maxWait();

    /** How long a shard stays with an instance that is not heard of. */
    @WithDefault("10s")
    Duration lease();

    /** How late an event may come and still enrol; what is older says nothing of what the customer does now. */
    @WithDefault("24h")
    Duration mostLate();

    /** How often schedules and silences are looked at. */
    @WithDefault("1s")
    Duration beat();

    /** How the feed is read; all events are wanted, since every campaign may ask for others. */
    default ConsumerSettings settings() {
        return new ConsumerSettings(consumer(), Set.of(), pageEvents(), maxWait(), lease());
    }
}
