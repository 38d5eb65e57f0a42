package io.clientele.funnel.feed;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.feed.FeedCursor;
import io.clientele.contract.feed.ShardPosition;
import io.clientele.elasticsearch.client.Elasticsearch;
import io.clientele.elasticsearch.client.ElasticsearchFailure;
import io.smallrye.mutiny.Uni;

/**
 * The registered consumers: a document each in an index of their own, with the last cursor of each shard that the consumer
 * told it had committed.
 */
@ApplicationScoped
class Consumers {

    private static final String INDEX = "feed-consumers-1";
    private static final String EXISTS = "resource_already_exists_exception";
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int MOST = 1_000;

    private final Elasticsearch elasticsearch;
    private final Clock clock;

    Consumers(Elasticsearch elasticsearch, Clock clock) {
        this.elasticsearch = elasticsearch;
        this.clock = clock;
    }

    /**
     * A consumer as it is registered.
     *
     * @param committed by shard; shards of which it never told are missing
     */
    record Registered(String name, String registeredAt, Optional<String> committedAt, List<ShardPosition> committed) {}

    Uni<Void> register(String name) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("name", name).put("registered_at", clock.instant().toString());
        return FeedRefusal.told(create().flatMap(
                        created -> elasticsearch.send("PUT", "/" + INDEX + "/_create/" + name, Map.of(), document))
                .replaceWithVoid()
                .onFailure(failure -> isRefusal(failure, CONFLICT))
                .recoverWithNull());
    }

    Uni<Void> unregister(String name) {
        return FeedRefusal.told(elasticsearch
                .send("DELETE", "/" + INDEX + "/_doc/" + name, Map.of(), null)
                .replaceWithVoid()
                .onFailure(failure -> isRefusal(failure, NOT_FOUND))
                .recoverWithNull());
    }

    /**
     * Completes if a consumer is registered.
     *
     * @throws FeedRefusal (through the {@code Uni}) UNKNOWN_CONSUMER
     */
    Uni<Void> require(String name) {
        return elasticsearch
                .send("GET", "/" + INDEX + "/_doc/" + name, Map.of("_source", "false"), null)
                .replaceWithVoid()
                .onFailure(failure -> isRefusal(failure, NOT_FOUND))
                .transform(absent -> FeedRefusal.unknownConsumer());
    }

    /**
     * Notes how far a consumer has got.
     *
     * @throws FeedRefusal (through the {@code Uni}) UNKNOWN_CONSUMER
     */
    Uni<Void> committed(String name, List<ShardPosition> positions) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode document = body.putObject("doc");
        document.put("committed_at", clock.instant().toString());
        ObjectNode committed = document.putObject("committed");
        positions.forEach(position -> committed.put(
                Integer.toString(position.shard()), position.cursor().value()));
        return FeedRefusal.told(elasticsearch
                .send("POST", "/" + INDEX + "/_update/" + name, Map.of("retry_on_conflict", "10"), body)
                .replaceWithVoid()
                .onFailure(failure -> isRefusal(failure, NOT_FOUND))
                .transform(absent -> FeedRefusal.unknownConsumer()));
    }

    /** All consumers by name. */
    Uni<List<Registered>> all() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("size", MOST).putArray("sort").add("name");
        return FeedRefusal.told(elasticsearch
                .send("POST", "/" + INDEX + "/_refresh", Map.of(), null)
                .flatMap(refreshed -> elasticsearch.search(INDEX, Map.of(), body))
                .map(Consumers::registered)
                .onFailure(failure -> isRefusal(failure, NOT_FOUND))
                .recoverWithItem(List.of()));
    }

    private static List<Registered> registered(ObjectNode answer) {
        List<Registered> all = new ArrayList<>();
        for (JsonNode hit : answer.at("/hits/hits")) {
            JsonNode source = hit.path("_source");
            List<ShardPosition> committed = new ArrayList<>();
            source.path("committed")
                    .forEach(cursor -> committed.add(ShardPosition.of(new FeedCursor(cursor.asText()))));
            all.add(new Registered(
                    source.path("name").asText(),
                    source.path("registered_at").asText(),
                    Optional.ofNullable(source.path("committed_at").textValue()),
                    committed));
        }
        return all;
    }

    private Uni<Void> create() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("settings").put("index.number_of_shards", 1).put("index.auto_expand_replicas", "0-1");
        ObjectNode mapping = body.putObject("mappings").put("dynamic", "strict");
        ObjectNode fields = mapping.putObject("properties");
        fields.putObject("name").put("type", "keyword");
        fields.putObject("registered_at").put("type", "date");
        fields.putObject("committed_at").put("type", "date");
        fields.putObject("committed").put("type", "object").put("enabled", false);
        return elasticsearch
                .send("PUT", "/" + INDEX, Map.of(), body)
                .replaceWithVoid()
                .onFailure(failure ->
                        failure instanceof ElasticsearchFailure.Refused refused && EXISTS.equals(refused.errorType()))
                .recoverWithNull();
    }

    private static boolean isRefusal(Throwable failure, int status) {
        return failure instanceof ElasticsearchFailure.Refused refused && refused.status() == status;
    }
}
