package io.clientele.contract.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What takes the place of an event in its home for ever, so that a repetition of the message finds its id taken: of an
 * event that is stored under another document now, or of one that was erased.
 */
public final class Tombstone {

    private Tombstone() {}

    /**
     * The tombstone of an event that a copy stands for. It has the whole document, not indexed, and of its own {@code
     * home_seq_no}, {@code home_customer_id}, {@code @timestamp}, {@code received_at}, {@code decision} and, as {@code customer_id}, the
     * customer that the event is stored under now.
     *
     * @param home the document of the event's home as it was first stored
     * @param homeSeqNo the sequence number that it had
     * @param customer the customer that the copy is stored under
     * @param decision the number of the decision that put it there, 0 or more: a lower one does not move it any more
     */
    public static ObjectNode moved(ObjectNode home, long homeSeqNo, CustomerId customer, long decision) {
        ObjectNode tombstone = JsonNodeFactory.instance.objectNode();
        tombstone.put("tombstone", true);
        tombstone.set("message_id", home.required("message_id"));
        tombstone.set("@timestamp", home.required("@timestamp"));
        tombstone.set("received_at", home.required("received_at"));
        tombstone.put("customer_id", customer.value());
        tombstone.set("home_customer_id", home.required("customer_id"));
        tombstone.put("home_seq_no", homeSeqNo).put("decision", decision);
        tombstone.set("home", home);
        return tombstone;
    }

    /** The tombstone of an event whose customer was erased: the message id and nothing else. */
    public static ObjectNode erased(String messageId) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("tombstone", true)
                .put("message_id", messageId)
                .put("erased", true);
    }
}
