package io.clientele.profile.index;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.condition.CustomerDocument;
import io.clientele.contract.index.CustomersIndex;
import io.clientele.contract.index.IndexNames;
import io.clientele.contract.index.SearchEngine;
import io.clientele.elasticsearch.client.Elasticsearch;
import io.clientele.index.IndexSource;
import io.clientele.index.IndexedDocument;
import io.clientele.index.Reading;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;

/** Customers as the documents of their index. */
@ApplicationScoped
class CustomersSource implements IndexSource {

    private final StoredCustomers customers;
    private final Elasticsearch elasticsearch;
    private final IndexConfig config;

    CustomersSource(StoredCustomers customers, Elasticsearch elasticsearch, IndexConfig config) {
        this.customers = customers;
        this.elasticsearch = elasticsearch;
        this.config = config;
    }

    @Override
    public IndexNames names() {
        return CustomersIndex.NAMES;
    }

    @Override
    public Uni<ObjectNode> creation(long generation) {
        return engine().map(engine -> CustomersIndex.creation(engine, generation, config.shards(), config.replicas()));
    }

    /** One that is missing is not removed for that: it ended with a version, which the outbox tells. */
    @Override
    public Uni<Reading> read(SqlClient client, Collection<String> ids) {
        return customers
                .load(client, ids)
                .map(loaded -> new Reading(loaded.stream().map(Document::new).toList(), OptionalLong.empty()));
    }

    @Override
    public Uni<List<String>> idsAfter(SqlClient client, String after, int limit) {
        return customers.idsAfter(client, after, limit);
    }

    private Uni<SearchEngine> engine() {
        return elasticsearch
                .send("GET", "/", Map.of(), null)
                .map(answer ->
                        "opensearch".equals(answer.at("/version/distribution").asText())
                                ? SearchEngine.OPENSEARCH
                                : SearchEngine.ELASTICSEARCH);
    }

    private record Document(StoredCustomer customer) implements IndexedDocument {

        @Override
        public String id() {
            return customer.view().id();
        }

        @Override
        public long version() {
            return customer.version();
        }

        @Override
        public ObjectNode json() {
            return CustomerDocument.of(customer.view(), customer.updatedAt());
        }
    }
}
