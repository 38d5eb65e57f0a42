package io.clientele.funnel.feed;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the feed is served. */
@ConfigMapping(prefix = "clientele.feed")
interface FeedConfig {

    /** Most bytes of an answer of Elasticsearch, and with that about those of a page; pages of larger events have fewer. */
    @WithDefault("8M")
    MemorySize pageBytes();

    /** How often at most the events are refreshed for those who wait; nothing is, while nobody waits. */
    @WithDefault("250ms")
    Duration refreshEvery();

    /** How often it is measured how far consumers are behind. */
    @WithDefault("10s")
    Duration measureEvery();
}
