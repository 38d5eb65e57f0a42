package io.clientele.campaign.index;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.index.ContactsIndex;
import io.clientele.elasticsearch.client.Elasticsearch;
import io.clientele.elasticsearch.client.ElasticsearchFailure;
import io.smallrye.mutiny.Uni;

/** Creates, swaps and deletes indices of contacts; repeating any of it does no harm. */
@ApplicationScoped
class IndexAdministration {

    private static final String EXISTS = "resource_already_exists_exception";

    private final Elasticsearch elasticsearch;
    private final IndexConfig config;

    IndexAdministration(Elasticsearch elasticsearch, IndexConfig config) {
        this.elasticsearch = elasticsearch;
        this.config = config;
    }

    /** Creates an index unless it stands. */
    Uni<Void> create(Generation generation) {
        return elasticsearch
                .send(
                        "PUT",
                        "/" + generation.index(),
                        Map.of(),
                        ContactsIndex.creation(generation.number(), config.shards(), config.replicas()))
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
                .put("index", ContactsIndex.NAME_PREFIX + "*")
                .put("alias", ContactsIndex.READ_ALIAS)
                .put("must_exist", false);
        actions.addObject().putObject("add").put("index", to.index()).put("alias", ContactsIndex.READ_ALIAS);
        return elasticsearch
                .send("POST", "/" + to.index() + "/_refresh", Map.of(), null)
                .flatMap(refreshed -> elasticsearch.send("POST", "/_aliases", Map.of(), body))
                .replaceWithVoid();
    }

    Uni<Void> delete(Generation retired) {
        return elasticsearch
                .send("DELETE", "/" + retired.index(), Map.of("ignore_unavailable", "true"), null)
                .replaceWithVoid();
    }

    /** Writes to all indices of the bulk; answers why by the ids of those that are refused for ever. */
    Uni<Map<String, String>> write(ContactsBulk bulk) {
        return bulk.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : elasticsearch.bulk(bulk.lines(), ContactsBulk.PARAMETERS).map(ContactsBulk::refused);
    }

    /** The indices that stand, of all that there should be. */
    Uni<List<Generation>> standing(List<Generation> generations) {
        return elasticsearch
                .send("GET", "/" + ContactsIndex.NAME_PREFIX + "*/_alias", Map.of(), null)
                .map(answer -> generations.stream()
                        .filter(generation -> answer.has(generation.index()))
                        .toList());
    }
}
