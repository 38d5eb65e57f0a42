package io.clientele.campaign.index;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.elasticsearch.client.ElasticsearchFailure;

/** The wire format of bulks of contacts. */
final class ContactsBulk {

    /** Only what decides an outcome is answered. */
    static final Map<String, String> PARAMETERS =
            Map.of("require_alias", "true", "filter_path", "errors,items.*._id,items.*.status,items.*.error");

    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final List<String> indices;

    /** A bulk whose every document goes to all these indices. */
    ContactsBulk(List<Generation> generations) {
        this.indices = generations.stream().map(Generation::writeAlias).toList();
    }

    ContactsBulk write(ContactDocument contact) {
        byte[] document = line(contact.json());
        for (String index : indices) {
            lines.writeBytes(line(action("index", index, contact.id(), contact.version())));
            lines.writeBytes(document);
        }
        return this;
    }

    ContactsBulk remove(String id, long version) {
        for (String index : indices) {
            lines.writeBytes(line(action("delete", index, id, version)));
        }
        return this;
    }

    boolean isEmpty() {
        return lines.size() == 0;
    }

    byte[] lines() {
        return lines.toByteArray();
    }

    private static ObjectNode action(String kind, String index, String id, long version) {
        ObjectNode action = JsonNodeFactory.instance.objectNode();
        action.putObject(kind)
                .put("_index", index)
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
     * @return why, by the ids of the contacts that Elasticsearch will never take
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
