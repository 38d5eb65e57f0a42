package io.clientele.contract.index;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The index of items that the collector refused: {@code received_at}, {@code source} (the write key's name), {@code
 * code}, {@code field}, {@code reason}, {@code message_id} and {@code customer_id} if it had valid ones, and {@code raw}, the
 * item as it came, kept and not searchable. Texts that are searchable must have at most 1,024 characters.
 */
public final class RejectedEventsIndex {
    /** The index itself. */
    public static final String NAME = "rejected-events-1";

    /** Alias for reading and writing. */
    public static final String ALIAS = "rejected-events";

    private RejectedEventsIndex() {}

    /**
     * The body of the request that creates the index, of one shard, with its alias.
     *
     * @param replicas 0 or more copies of the shard
     * @throws IllegalArgumentException if the number is negative
     */
    public static ObjectNode creation(int replicas) {
        ObjectNode settings = IndexResource.settings("rejected-events-settings.json", 1, replicas);
        ObjectNode body = IndexResource.body(settings, mapping());
        body.putObject("aliases").putObject(ALIAS).put("is_write_index", true);
        return body;
    }

    /** The mapping alone, for updating an index that stands. */
    public static ObjectNode mapping() {
        return IndexResource.read("rejected-events-mapping.json");
    }
}
