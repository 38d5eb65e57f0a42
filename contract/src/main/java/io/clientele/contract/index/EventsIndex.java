package io.clientele.contract.index;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The index of all events: one index, its home for an event a pure function of the message (id = message id, routing =
 * {@link io.clientele.contract.event.CustomerId#routing()}), sorted by customer and time.
 */
public final class EventsIndex {
    /** The index itself. Readers and writers use the aliases. */
    public static final String NAME = "events-1";

    /** Alias for analyses and BI; hides the tombstones that re-keying leaves. */
    public static final String READ_ALIAS = "events";

    /** Alias for writing, for the feed and for whoever must see tombstones; unfiltered. */
    public static final String WRITE_ALIAS = "events-write";

    public static final int DEFAULT_SHARDS = 2;

    /** The index can be split into up to this many shards for each that it was created with. */
    private static final int SPLIT_FACTOR = 32;

    private static final int MAX_ROUTING_SHARDS = 1_024;

    private EventsIndex() {}

    /**
     * The body of the request that creates the index with its aliases.
     *
     * @param shards 1 to 32; chosen for growth, since it can only be multiplied later
     * @param replicas 0 or more copies of each shard
     * @throws IllegalArgumentException if a number is outside its range
     */
    public static ObjectNode creation(SearchEngine engine, int shards, int replicas) {
        if (shards < 1 || shards * SPLIT_FACTOR > MAX_ROUTING_SHARDS) {
            throw new IllegalArgumentException("shards must be between 1 and 32, not " + shards);
        }
        ObjectNode settings = IndexResource.settings("events-settings.json", shards, replicas);
        settings.put("index.number_of_routing_shards", shards * SPLIT_FACTOR);
        ObjectNode body = IndexResource.body(settings, mapping(engine));
        ObjectNode aliases = body.putObject("aliases");
        aliases.putObject(WRITE_ALIAS).put("is_write_index", true);
        aliases.putObject(READ_ALIAS)
                .putObject("filter")
                .putObject("bool")
                .putObject("must_not")
                .putObject("term")
                .put("tombstone", true);
        return body;
    }

    /** The mapping alone, for updating an index that stands. */
    public static ObjectNode mapping(SearchEngine engine) {
        ObjectNode mapping = IndexResource.read("events-mapping.json");
        switch (engine) {
            case ELASTICSEARCH -> {}
            case OPENSEARCH -> {
                ObjectNode fields = (ObjectNode) mapping.path("properties");
                fields.putObject("properties").put("type", "flat_object");
                fields.putObject("traits").put("type", "flat_object");
            }
        }
        return mapping;
    }
}
