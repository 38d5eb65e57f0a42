package io.clientele.funnel.collect;

import java.nio.ByteBuffer;

import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventDocument;
import io.clientele.funnel.store.Document;

/** An item on its way to the store: what its answer will need and no more, since many may have to wait. */
sealed interface Pending {

    Document document();

    /**
     * An event.
     *
     * @param idGenerated whether the sender gave no message id
     * @param raw the item's own bytes, should the index refuse it
     */
    record OfEvent(Document document, String messageId, String customerId, boolean idGenerated, ByteBuffer raw)
            implements Pending {

        static OfEvent of(Reading.Valid valid, ByteBuffer raw) {
            Event event = valid.event();
            Document document =
                    Document.event(event.messageId(), event.customer().routing(), EventDocument.bytes(event));
            return new OfEvent(document, event.messageId(), event.customer().value(), valid.idGenerated(), raw);
        }
    }

    /** An item that is no event. */
    record OfRejection(Document document, Reading.Invalid reason) implements Pending {}
}
