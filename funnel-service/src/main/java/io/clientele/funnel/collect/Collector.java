package io.clientele.funnel.collect;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.contract.event.EventType;
import io.clientele.elasticsearch.client.ElasticsearchFailure;
import io.clientele.funnel.collect.CollectAnswer.ItemResult;
import io.clientele.funnel.collect.CollectAnswer.Status;
import io.clientele.funnel.collect.CollectRequest.Item;
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
        MessageContext context = new MessageContext(source, type, sentAt, clock.instant());
        Origin origin = new Origin(source, context.received());
        List<Pending> pending = new ArrayList<>(items.size());
        List<Document> documents = new ArrayList<>(items.size());
        for (Item item : items) {
            Pending next = pending(item, context, origin);
            pending.add(next);
            documents.add(next.document());
        }
        return store.write(documents)
                .flatMap(outcomes -> answer(pending, outcomes, origin))
                .onFailure(ElasticsearchFailure.class)
                .transform(this::notStored);
    }

    private Pending pending(Item item, MessageContext context, Origin origin) {
        return switch (reader.read(item, context)) {
            case Reading.Valid valid -> Pending.OfEvent.of(valid, item.raw());
            case Reading.Invalid invalid ->
                new Pending.OfRejection(RejectedItem.document(invalid, item.raw(), origin), invalid);
        };
    }

    private Throwable notStored(Throwable cause) {
        ElasticsearchFailure failure = (ElasticsearchFailure) cause;
        LOG.debugf("A request is not stored: %s", failure.getMessage());
        return CollectFailure.of(failure);
    }

    private Uni<CollectAnswer> answer(List<Pending> pending, List<Outcome> outcomes, Origin origin) {
        List<ItemResult> results = new ArrayList<>(pending.size());
        List<Document> lateRejections = new ArrayList<>();
        for (int i = 0; i < pending.size(); i++) {
            switch (pending.get(i)) {
                case Pending.OfRejection rejection -> results.add(rejected(i, rejection.reason()));
                case Pending.OfEvent event -> {
                    if (outcomes.get(i) instanceof Outcome.Unindexable refused) {
                        Reading.Invalid reason = notIndexable(event, refused);
                        lateRejections.add(RejectedItem.document(reason, event.raw(), origin));
                        results.add(rejected(i, reason));
                    } else {
                        results.add(stored(i, event, outcomes.get(i)));
                    }
                }
            }
        }
        return store.write(lateRejections).replaceWith(CollectAnswer.of(results));
    }

    /** A valid event that the index refuses all the same becomes a rejection, like every other. */
    private static Reading.Invalid notIndexable(Pending.OfEvent event, Outcome.Unindexable refused) {
        return new Reading.Invalid(
                event.messageId(), event.customerId(), NOT_INDEXABLE, "properties", refused.reason());
    }

    private static ItemResult rejected(int index, Reading.Invalid reason) {
        return new ItemResult(
                index, Status.REJECTED, reason.messageId(), reason.code(), reason.field(), reason.reason());
    }

    private static ItemResult stored(int index, Pending.OfEvent event, Outcome outcome) {
        Status status = outcome instanceof Outcome.Duplicate ? Status.DUPLICATE : Status.ACCEPTED;
        return event.idGenerated()
                ? new ItemResult(
                        index,
                        status,
                        event.messageId(),
                        MESSAGE_ID_GENERATED,
                        "message_id",
                        "is missing: one was generated, and a repetition of this event cannot be recognised")
                : new ItemResult(index, status, event.messageId(), null, null, null);
    }
}
