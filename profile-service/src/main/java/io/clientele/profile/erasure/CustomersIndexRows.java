package io.clientele.profile.erasure;

import java.util.Collection;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.index.CustomersIndex;
import io.clientele.elasticsearch.client.Elasticsearch;
import io.smallrye.mutiny.Uni;

/** Looks for customers in every index of customers, also one that is being filled or about to be deleted. */
@ApplicationScoped
class CustomersIndexRows {

    private static final String ALL = CustomersIndex.NAME_PREFIX + "*";

    private final Elasticsearch elasticsearch;

    CustomersIndexRows(Elasticsearch elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /** How many documents there are of these customers. */
    Uni<Map<String, Long>> count(Collection<String> ids) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("size", 0).put("track_total_hits", true);
        ids.forEach(body.putObject("query").putObject("ids").putArray("values")::add);
        return elasticsearch
                .send("POST", "/" + ALL + "/_refresh", Map.of(), null)
                .chain(() -> elasticsearch.search(ALL, Map.of(), body))
                .map(answer ->
                        Map.of("documents", answer.at("/hits/total/value").asLong()));
    }
}
