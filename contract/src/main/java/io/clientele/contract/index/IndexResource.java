package io.clientele.contract.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads the JSON resources beside this class; each call gives a tree of its own. */
final class IndexResource {
    private static final JsonMapper MAPPER = new JsonMapper();

    private IndexResource() {}

    static ObjectNode read(String name) {
        try (InputStream in = IndexResource.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing from this build");
            }
            return (ObjectNode) MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + name + " cannot be read", e);
        }
    }

    static ObjectNode settings(String name, int shards, int replicas) {
        if (replicas < 0) {
            throw new IllegalArgumentException("replicas must be 0 or more, not " + replicas);
        }
        return read(name).put("index.number_of_shards", shards).put("index.number_of_replicas", replicas);
    }

    static ObjectNode body(ObjectNode settings, ObjectNode mapping) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("settings", settings);
        body.set("mappings", mapping);
        return body;
    }
}
