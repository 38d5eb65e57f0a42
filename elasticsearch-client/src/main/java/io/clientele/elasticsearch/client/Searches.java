package io.clientele.elasticsearch.client;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.smallrye.mutiny.Uni;

/**
 * Runs the searches that answer questions. What goes wrong fails with {@code SEARCH_UNAVAILABLE}, {@code
 * SEARCH_OVERLOADED} or {@code SEARCH_INCOMPLETE}; only a search that Elasticsearch refuses, which would be a fault of
 * ours, passes as it is.
 */
@ApplicationScoped
public class Searches {

    private static final Logger LOG = Logger.getLogger(Searches.class);

    private final Elasticsearch elasticsearch;

    Searches(Elasticsearch elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /**
     * The whole answer of all shards that are asked.
     *
     * @param parameters parameters of the address, such as {@code routing}
     */
    public Uni<ObjectNode> search(String index, Map<String, String> parameters, ObjectNode body) {
        return elasticsearch
                .search(index, parameters, body)
                .onFailure(ElasticsearchFailure.class)
                .transform(Searches::coded);
    }

    /** The whole answer of all shards. */
    public Uni<ObjectNode> search(String index, ObjectNode body) {
        return search(index, Map.of(), body);
    }

    private static Throwable coded(ElasticsearchFailure failure) {
        LOG.warn("A search failed", failure);
        return SearchRefusal.coded(failure);
    }
}
