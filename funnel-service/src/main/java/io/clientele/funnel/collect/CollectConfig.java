package io.clientele.funnel.collect;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the collection API accepts, and from whom. */
@ConfigMapping(prefix = "clientele.collect")
interface CollectConfig {

    /** Who may send: a list of {@code name:key}. The name becomes the event's source. None: nobody may send. */
    Optional<List<String>> writeKeys();

    /** Most bytes of a request's body, after decompression. */
    @WithDefault("500K")
    MemorySize bodyBytes();

    /** Most bytes of one event. */
    @WithDefault("32K")
    MemorySize eventBytes();

    /** Most events of one batch, 1 to 10000. */
    @WithDefault("2500")
    @Min(1)
    @Max(10_000)
    int batchEvents();

    /** The currency of amounts that come without one: three capital letters, as in ISO 4217. */
    @WithDefault("CNY")
    @Pattern(regexp = "[A-Z]{3}")
    String defaultCurrency();

    /** What {@code Retry-After} asks for while the service is overloaded; whole seconds, at least 1. */
    @WithDefault("1s")
    Duration retryAfterOverload();

    /** What {@code Retry-After} asks for while Elasticsearch is not there; whole seconds, at least 1. */
    @WithDefault("5s")
    Duration retryAfterOutage();
}
