package io.clientele.index;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.elasticsearch.client.ElasticsearchFailure;

/** The wire format of bulks. */
final class Bulk {

    /** Only what decides an outcome is answered. */
    static final Map<String, String> PARAMETERS =
            Map.of("require_alias", "true", "filter_path", "errors,items.*._id,items.*.status,items.*.error");

    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final List<String> aliases;

    /** A bulk whose every document goes to the indices of all these aliases. */
    Bulk(List<String> aliases) {
        this.aliases = List.copyOf(aliases);
    }

    /**
     * Writes what was read, and removes what was asked for and is no more.
     *
     * @param ids what was asked for
     * @param removed by id the version that the outbox says it ended with
     */
    Bulk add(Reading reading, Collection<String> ids, Map<String, Long> removed) {
        Set<String> gone = new LinkedHashSet<>(ids);
        for (IndexedDocument document : reading.documents()) {
            write(document);
            gone.remove(document.id());
        }
        for (String id : gone) {
            Long version = removed.get(id);
            if (version != null) {
                remove(id, version);
            } else {
                reading.removal().ifPresent(read -> remove(id, read));
            }
        }
        return this;
    }

    boolean isEmpty() {
        return lines.size() == 0;
    }

    byte[] lines() {
        return lines.toByteArray();
    }

    private void write(IndexedDocument document) {
        byte[] json = line(document.json());
        for (String alias : aliases) {
            lines.writeBytes(line(action("index", alias, document.id(), document.version())));
            lines.writeBytes(json);
        }
    }

    private void remove(String id, long version) {
        for (String alias : aliases) {
            lines.writeBytes(line(action("delete", alias, id, version)));
        }
    }

    private static ObjectNode action(String kind, String alias, String id, long version) {
        ObjectNode action = JsonNodeFactory.instance.objectNode();
        action.putObject(kind)
                .put("_index", alias)
                .put("_id", id)
                .put("version", version)
                .put("version_type", "external_gte");
        return action;
    }

    private static byte[] line(ObjectNode json) {
        return (json + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads an answer: a conflict means that a newer version is written, a missing document that it is deleted already.
     *
     * @return why, by the ids of the documents that Elasticsearch will never take
     * @throws ElasticsearchFailure if something was not written for now
     */
    static Map<String, String> refused(ObjectNode answer) {
        Map<String, String> refused = new LinkedHashMap<>();
        if (!answer.path("errors").asBoolean()) {
            return refused;
        }
        for (JsonNode item : answer.path("items")) {
            JsonNode outcome = item.iterator().next();
            JsonNode error = outcome.path("error");
            String reason =
                    error.path("type").asText() + ": " + error.path("reason").asText() + " "
                            + error.path("caused_by").path("reason").asText();
            switch (outcome.path("status").asInt()) {
                case 200, 201, 409 -> {}
                case 400 -> refused.put(outcome.path("_id").asText(), reason);
                case 429 -> throw new ElasticsearchFailure.Overloaded("a shard is overloaded");
                case 404 -> {
                    if (!error.isMissingNode()) {
                        throw new ElasticsearchFailure.Unavailable(reason, null);
                    }
                }
                default -> throw new ElasticsearchFailure.Unavailable(reason, null);
            }
        }
        return refused;
    }
}
