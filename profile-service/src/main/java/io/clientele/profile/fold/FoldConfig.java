package io.clientele.profile.fold;

import java.time.Duration;
import java.util.Set;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

import io.clientele.consumer.ConsumerSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the feed is folded. */
@ConfigMapping(prefix = "clientele.fold")
interface FoldConfig {

    /** Whether this instance reads the feed; one that does not still answers questions. */
    @WithDefault("true")
    boolean enabled();

    /** The name that the feed knows this service by; all instances on one database share it. */
    @WithDefault("profile")
    @Pattern(regexp = "[a-z][a-z0-9-]{0,63}")
    String consumer();

    /** Most events of one page, which is one transaction; 1 to 10000. */
    @WithDefault("2000")
    @Min(1)
    @Max(10_000)
    int pageEvents();

    /** How long the feed may wait for events before it answers an empty page. */
    @WithDefault("5s")
    Duration maxWait();

    /** How long a shard stays with an instance that is not heard of. */
    @WithDefault("10s")
    Duration lease();

    /** How the feed is read; all events are wanted. */
    default ConsumerSettings settings() {
        return new ConsumerSettings(consumer(), Set.of(), pageEvents(), maxWait(), lease());
    }

    /** How often due customers are looked for. */
    @WithDefault("1s")
    Duration reviewEvery();

    /** Most customers of one review, which is one transaction; 1 to 10000. */
    @WithDefault("500")
    @Min(1)
    @Max(10_000)
    int reviewCustomers();

    /** How often the value scale is measured. */
    @WithDefault("10m")
    Duration measureEvery();
}
