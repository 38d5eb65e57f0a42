package io.clientele.index;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.index.IndexNames;
import io.clientele.elasticsearch.client.Elasticsearch;
import io.clientele.elasticsearch.client.ElasticsearchFailure;
import io.smallrye.mutiny.Uni;

/** Creates, swaps, writes and deletes indices; repeating any of it does no harm. */
final class IndexAdministration {

    private static final String EXISTS = "resource_already_exists_exception";

    private final Elasticsearch elasticsearch;
    private final IndexSource source;
    private final IndexNames names;

    IndexAdministration(Elasticsearch elasticsearch, IndexSource source) {
        this.elasticsearch = elasticsearch;
        this.source = source;
        this.names = source.names();
    }

    /** Creates an index unless it stands. */
    Uni<Void> create(Generation generation) {
        return source.creation(generation.number())
                .flatMap(body -> elasticsearch.send("PUT", "/" + name(generation), Map.of(), body))
                .replaceWithVoid()
                .onFailure(failure ->
                        failure instanceof ElasticsearchFailure.Refused refused && EXISTS.equals(refused.errorType()))
                .recoverWithNull();
    }

    /** Moves the alias that readers use to this index alone, at once. */
    Uni<Void> swap(Generation to) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode actions = body.putArray("actions");
        actions.addObject()
                .putObject("remove")
                .put("index", names.pattern())
                .put("alias", names.readAlias())
                .put("must_exist", false);
        actions.addObject().putObject("add").put("index", name(to)).put("alias", names.readAlias());
        return elasticsearch
                .send("POST", "/" + name(to) + "/_refresh", Map.of(), null)
                .flatMap(refreshed -> elasticsearch.send("POST", "/_aliases", Map.of(), body))
                .replaceWithVoid();
    }

    Uni<Void> delete(Generation retired) {
        return elasticsearch
                .send("DELETE", "/" + name(retired), Map.of("ignore_unavailable", "true"), null)
                .replaceWithVoid();
    }

    /** A bulk whose every document goes to all these indices. */
    Bulk bulk(List<Generation> generations) {
        return new Bulk(generations.stream()
                .map(generation -> names.writeAlias(generation.number()))
                .toList());
    }

    /** Writes to all indices of the bulk; answers why by the ids of those that are refused for ever. */
    Uni<Map<String, String>> write(Bulk bulk) {
        return bulk.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : elasticsearch.bulk(bulk.lines(), Bulk.PARAMETERS).map(Bulk::refused);
    }

    /** The indices that stand, of all that there should be. */
    Uni<List<Generation>> standing(List<Generation> generations) {
        return elasticsearch
                .send("GET", "/" + names.pattern() + "/_alias", Map.of(), null)
                .map(answer -> generations.stream()
                        .filter(generation -> answer.has(name(generation)))
                        .toList());
    }

    String name(Generation generation) {
        return names.name(generation.number());
    }
}
