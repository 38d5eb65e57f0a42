package io.clientele.funnel.collect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventDocument;
import io.clientele.contract.event.EventType;
import io.clientele.funnel.collect.CollectFailure.Reason;
import io.clientele.funnel.collect.CollectRequest.Item;
import io.smallrye.mutiny.Uni;

/** Turns GraphQL's events into messages, so that they go the way of all others. */
@ApplicationScoped
class TrackService {

    /** The source of staff's events. */
    static final String SOURCE = "graphql";

    private final Collector collector;
    private final CollectConfig config;

    TrackService(Collector collector, CollectConfig config) {
        this.collector = collector;
        this.config = config;
    }

    /** Stores events of anyone. */
    Uni<CollectAnswer> track(List<TrackInput> events) {
        return store(
                SOURCE,
                events.stream().map(event -> item(event, event.userId())).toList());
    }

    /** Stores a shopper's own events; they name the shopper or nobody. */
    Uni<CollectAnswer> trackOwn(List<TrackInput> events, String shopper) {
        if (!events.stream().allMatch(event -> isOwn(event, shopper))) {
            return refused(Reason.FOREIGN_CUSTOMER, "a shopper's events have the shopper's own userId or none");
        }
        return store(
                Event.SHOPPER,
                events.stream().map(event -> item(event, shopper)).toList());
    }

    private Uni<CollectAnswer> store(String source, List<Item> items) {
        if (items.isEmpty()) {
            return refused(Reason.EMPTY_BATCH, "there is no event");
        }
        if (items.size() > config.batchEvents()) {
            return refused(Reason.TOO_MANY_EVENTS, "at most " + config.batchEvents() + " events are taken at once");
        }
        return collector.collect(source, EventType.TRACK, MissingNode.getInstance(), items);
    }

    private static boolean isOwn(TrackInput event, String shopper) {
        return event.userId() == null || event.userId().equals(shopper);
    }

    private static Item item(TrackInput event, @Nullable String userId) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("messageId", event.messageId());
        message.put("event", event.event());
        message.put("userId", userId);
        message.put("anonymousId", event.anonymousId());
        message.put("timestamp", event.timestamp());
        message.set("properties", EventDocument.MAPPER.valueToTree(event.properties()));
        message.set("context", EventDocument.MAPPER.valueToTree(event.context()));
        return new Item(message, ByteBuffer.wrap(message.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static Uni<CollectAnswer> refused(Reason reason, String message) {
        return Uni.createFrom().failure(() -> new CollectFailure(reason, "events", message));
    }
}
