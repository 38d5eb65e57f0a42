package io.clientele.funnel.collect;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventDocument;
import io.clientele.contract.event.EventType;
import io.clientele.funnel.collect.CollectAnswer.ItemResult;
import io.clientele.funnel.collect.CollectAnswer.Status;
import io.clientele.funnel.collect.CollectRequest.Item;
import io.clientele.funnel.elasticsearch.ElasticsearchFailure;
import io.clientele.funnel.store.Document;
import io.clientele.funnel.store.Document.Outcome;
import io.clientele.funnel.store.EventStore;
import io.smallrye.mutiny.Uni;

/** Takes items in: each becomes a stored event or a kept rejection, and the answer says which. */
@ApplicationScoped
class Collector {

    /** Tells the sender of an accepted item that its repetition would be a second event. */
    static final String MESSAGE_ID_GENERATED = "MESSAGE_ID_GENERATED";

    private static final Logger LOG = Logger.getLogger(Collector.class);
    private static final String NOT_INDEXABLE = "NOT_INDEXABLE";

    private final MessageReader reader;
    private final EventStore store;
    private final Clock clock;

    Collector(MessageReader reader, EventStore store, Clock clock) {
        this.reader = reader;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Takes the items of one request in.
     *
     * @param source the name of the sender's write key
     * @param type the call, where the address names it; null where each item does
     * @param sentAt the request's time of sending, missing if it says none
     * @throws CollectFailure (through the {@code Uni}) OVERLOADED or STORE_UNAVAILABLE, if nothing of the request may
     *     be assumed
     */
    Uni<CollectAnswer> collect(String source, @Nullable EventType type, JsonNode sentAt, List<Item> items) {
        Instant received = clock.instant();
        MessageContext context = new MessageContext(source, type, sentAt, received);
        List<Reading> readings =
                items.stream().map(item -> reader.read(item, context)).toList();
        List<Document> documents = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            documents.add(document(readings.get(i), items.get(i), context));
        }
        return store.write(documents)
                .flatMap(outcomes -> answer(readings, items, outcomes, context))
                .onFailure(ElasticsearchFailure.class)
                .transform(this::notStored);
    }

    private Throwable notStored(Throwable cause) {
        ElasticsearchFailure failure = (ElasticsearchFailure) cause;
        LOG.debugf("A request is not stored: %s", failure.getMessage());
        return CollectFailure.of(failure);
    }

    private static Document document(Reading reading, Item item, MessageContext context) {
        return switch (reading) {
            case Reading.Valid valid -> document(valid.event());
            case Reading.Invalid invalid -> RejectedItem.document(invalid, item, context);
        };
    }

    private static Document document(Event event) {
        return Document.event(event.messageId(), event.customer().routing(), EventDocument.bytes(event));
    }

    private Uni<CollectAnswer> answer(
            List<Reading> readings, List<Item> items, List<Outcome> outcomes, MessageContext context) {
        List<ItemResult> results = new ArrayList<>(readings.size());
        List<Document> lateRejections = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            if (reading instanceof Reading.Valid valid && outcomes.get(i) instanceof Outcome.Unindexable refused) {
                Reading.Invalid invalid = notIndexable(valid, refused);
                lateRejections.add(RejectedItem.document(invalid, items.get(i), context));
                reading = invalid;
            }
            results.add(result(i, reading, outcomes.get(i)));
        }
        return store.write(lateRejections).replaceWith(CollectAnswer.of(results));
    }

    /** A valid event that the index refuses all the same becomes a rejection, like every other. */
    private static Reading.Invalid notIndexable(Reading.Valid valid, Outcome.Unindexable refused) {
        return new Reading.Invalid(valid.event().messageId(), NOT_INDEXABLE, "properties", refused.reason());
    }

    private static ItemResult result(int index, Reading reading, Outcome outcome) {
        return switch (reading) {
            case Reading.Invalid invalid ->
                new ItemResult(
                        index, Status.REJECTED, invalid.messageId(), invalid.code(), invalid.field(), invalid.reason());
            case Reading.Valid valid -> result(index, valid, outcome);
        };
    }

    private static ItemResult result(int index, Reading.Valid valid, Outcome outcome) {
        Status status = outcome instanceof Outcome.Duplicate ? Status.DUPLICATE : Status.ACCEPTED;
        String messageId = valid.event().messageId();
        return valid.idGenerated()
                ? new ItemResult(
                        index,
                        status,
                        messageId,
                        MESSAGE_ID_GENERATED,
                        "message_id",
                        "is missing: one was generated, and a repetition of this event cannot be recognised")
                : new ItemResult(index, status, messageId, null, null, null);
    }
}
