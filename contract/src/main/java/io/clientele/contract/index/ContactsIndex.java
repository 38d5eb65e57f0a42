package io.clientele.contract.index;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The index of all contacts: one document for each decision about a customer ({@code _id} = contact id), written by external
 * version; without messages and addresses. Readers use the alias; a rebuild fills a new index beside the old one and then
 * moves the alias.
 */
public final class ContactsIndex {
    /** Alias for reading, for analyses and BI. Never written through. */
    public static final String READ_ALIAS = "contacts";

    /** What every index behind the alias begins with. */
    public static final String NAME_PREFIX = "contacts-v";

    public static final IndexNames NAMES = new IndexNames(READ_ALIAS, NAME_PREFIX);

    public static final int DEFAULT_SHARDS = 1;

    private static final int MAX_SHARDS = 32;

    private ContactsIndex() {}

    /**
     * The name of an index by its number.
     *
     * @throws IllegalArgumentException if the number is below 1
     */
    public static String name(long generation) {
        return NAMES.name(generation);
    }

    /** The alias of one index for writing, so that a write never makes up an index that is missing. */
    public static String writeAlias(long generation) {
        return NAMES.writeAlias(generation);
    }

    /**
     * The body of the request that creates an index with its alias for writing; the one for reading is moved to it when
     * it is filled.
     *
     * @param generation the number of the index, 1 or more
     * @param shards 1 to 32
     * @param replicas 0 or more copies of each shard
     * @throws IllegalArgumentException if a number is outside its range
     */
    public static ObjectNode creation(long generation, int shards, int replicas) {
        if (shards < 1 || shards > MAX_SHARDS) {
            throw new IllegalArgumentException("shards must be between 1 and " + MAX_SHARDS + ", not " + shards);
        }
        ObjectNode settings = IndexResource.settings("contacts-settings.json", shards, replicas);
        ObjectNode body = IndexResource.body(settings, mapping());
        body.putObject("aliases").putObject(writeAlias(generation)).put("is_write_index", true);
        return body;
    }

    /** The mapping alone, for updating an index that stands. */
    public static ObjectNode mapping() {
        return IndexResource.read("contacts-mapping.json");
    }
}
