package io.clientele.campaign.index;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the index of contacts is written. */
@ConfigMapping(prefix = "clientele.contacts-index")
interface IndexConfig {

    /** Primary shards of a new index, 1 to 32; a rebuild takes a changed number over. */
    @WithDefault("1")
    @Min(1)
    @Max(32)
    int shards();

    /** Copies of each shard beside the primary, 0 to 5; a rebuild takes a changed number over. */
    @WithDefault("0")
    @Min(0)
    @Max(5)
    int replicas();

    /** Most contacts of one bulk, 1 to 10000. */
    @WithDefault("1000")
    @Min(1)
    @Max(10_000)
    int bulkContacts();

    /** How long the writer rests when there is nothing to write. */
    @WithDefault("250ms")
    Duration beat();

    /** The longest rest between two tries while Elasticsearch is away. */
    @WithDefault("5s")
    Duration longestRetry();
}
