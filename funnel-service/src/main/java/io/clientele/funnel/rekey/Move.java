package io.clientele.funnel.rekey;

import java.util.LinkedHashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.CustomerId;
import io.clientele.contract.event.EventCopy;
import io.clientele.contract.event.Tombstone;
import io.clientele.contract.index.EventsIndex;
import io.clientele.funnel.store.Change;
import io.clientele.funnel.store.DocumentAddress;
import io.clientele.funnel.store.DocumentVersion;

/**
 * One event's way from what its home said when it was read to where it is to be stored.
 *
 * @param home the customer that the event names
 * @param document its document as it was first stored
 * @param homeSeqNo the sequence number that it had
 * @param version of what stood in the home when it was read
 * @param from whom it was stored under then
 * @param to whom it is to be stored under; {@code from}, if a higher decision put it there
 * @param decision the number of the decision that puts it there
 * @param strays its other copies as far as they are known
 */
record Move(
        String messageId,
        CustomerId home,
        ObjectNode document,
        long homeSeqNo,
        DocumentVersion version,
        CustomerId from,
        CustomerId to,
        long decision,
        Set<DocumentAddress> strays) {

    /** The move that a request asks of an event, or null if it is where it shall be and nothing has to be cleared up. */
    static @Nullable Move of(RekeyRequest request, String messageId, Home.Moved home, Set<DocumentAddress> found) {
        boolean decidedLater = home.decision() > request.decision();
        CustomerId to = decidedLater ? home.customer() : request.customer();
        if (found.isEmpty() && to.equals(home.customer()) && home.decision() >= request.decision()) {
            return null;
        }
        Set<DocumentAddress> strays = new LinkedHashSet<>(found);
        strays.add(copy(messageId, request.home(), home.customer()));
        strays.remove(copy(messageId, request.home(), to));
        return new Move(
                messageId,
                request.home(),
                home.document(),
                home.homeSeqNo(),
                home.version(),
                home.customer(),
                to,
                Math.max(home.decision(), request.decision()),
                strays);
    }

    /** The first move of an event. */
    static Move of(RekeyRequest request, String messageId, Home.Live home, Set<DocumentAddress> found) {
        Set<DocumentAddress> strays = new LinkedHashSet<>(found);
        strays.remove(copy(messageId, request.home(), request.customer()));
        return new Move(
                messageId,
                request.home(),
                home.document(),
                home.version().seqNo(),
                home.version(),
                request.home(),
                request.customer(),
                request.decision(),
                strays);
    }

    /** Whether the event is stored under another customer afterwards. */
    boolean changesCustomer() {
        return !from.equals(to);
    }

    DocumentAddress copy() {
        return copy(messageId, home, to);
    }

    Change storeCopy() {
        return new Change.Put(copy(), EventCopy.document(document, to, decision));
    }

    Change replaceHome() {
        return new Change.Replace(home(messageId, home), Tombstone.moved(document, homeSeqNo, to, decision), version);
    }

    static DocumentAddress home(String messageId, CustomerId home) {
        return new DocumentAddress(EventsIndex.WRITE_ALIAS, messageId, home.routing());
    }

    private static DocumentAddress copy(String messageId, CustomerId home, CustomerId customer) {
        return new DocumentAddress(
                EventsIndex.WRITE_ALIAS, EventCopy.id(messageId, home, customer), customer.routing());
    }
}
