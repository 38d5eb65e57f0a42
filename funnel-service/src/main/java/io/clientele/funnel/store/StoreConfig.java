package io.clientele.funnel.store;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How events are written. */
@ConfigMapping(prefix = "clientele.store")
interface StoreConfig {

    /** Primary shards of a new events index, 1 to 32; an existing index keeps its own. */
    @WithDefault("2")
    @Min(1)
    @Max(32)
    int shards();

    /** Copies of each shard beside the primary, 0 to 5; an existing index keeps its own. */
    @WithDefault("0")
    @Min(0)
    @Max(5)
    int replicas();

    /** Bulks under way at once, 1 to 16; while they run, further documents gather for the next one. */
    @WithDefault("2")
    @Min(1)
    @Max(16)
    int concurrentBulks();

    /** Most documents of one bulk, 1 to 10000. */
    @WithDefault("2000")
    @Min(1)
    @Max(10_000)
    int bulkDocuments();

    /** Most bytes of one bulk; a single request's documents are never split by it. */
    @WithDefault("4M")
    MemorySize bulkBytes();

    /** Bytes that may wait for or be under way to Elasticsearch; beyond this, requests are refused as overload. */
    @WithDefault("32M")
    MemorySize pendingBytes();

    /** How long the first copy of a duplicate may take to reach the disk before the request fails. */
    @WithDefault("5s")
    Duration firstCopyTimeout();

    /** Most rejected items that are kept; the oldest make room. */
    @WithDefault("100000")
    @Min(0)
    @Max(10_000_000)
    int rejectedKept();

    /** How often surplus rejected items are deleted. */
    @WithDefault("10s")
    Duration rejectedTrimEvery();
}
