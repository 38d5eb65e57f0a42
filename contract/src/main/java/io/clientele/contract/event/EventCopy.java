package io.clientele.contract.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An event as it is stored a second time, under the customer whom it has come to belong to. Its document is that of the
 * event's home but for the customer, the hashes that go by the customer, {@code home_customer_id} and {@code decision}.
 * What later versions added to the home is kept.
 *
 * <p>Its id is a function of the message, the home customer and the customer: to write a copy again changes nothing, and
 * copies of one message that two homes have, or of one event under two customers, never take each other's place.
 */
public final class EventCopy {
    /** Cannot occur in a message id, so that no client can send what takes the place of a copy. */
    private static final char SEPARATOR = '\0';

    private static final int HASH_BYTES = 16;

    private EventCopy() {}

    /**
     * The id of the copy's document, at most 279 bytes of UTF-8.
     *
     * @param home the customer that the event itself names
     * @param customer the customer that the copy is stored under; may be the home customer
     */
    public static String id(String messageId, CustomerId home, CustomerId customer) {
        byte[] pair = (home.value() + SEPARATOR + customer.value()).getBytes(StandardCharsets.UTF_8);
        byte[] hash = Arrays.copyOf(sha256().digest(pair), HASH_BYTES);
        return messageId + SEPARATOR + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    /**
     * The message id in a copy's id.
     *
     * @throws IllegalArgumentException if this is not the id of a copy
     */
    public static String messageId(String copyId) {
        int end = copyId.indexOf(SEPARATOR);
        if (end < 0) {
            throw new IllegalArgumentException("this is not the id of a copy: " + copyId);
        }
        return copyId.substring(0, end);
    }

    /**
     * The copy's document.
     *
     * @param home the document of the event's home, which is left as it is
     * @param customer the customer that the copy is stored under
     * @param decision see {@link Tombstone#moved}
     */
    public static ObjectNode document(ObjectNode home, CustomerId customer, long decision) {
        ObjectNode copy = home.deepCopy();
        copy.put("customer_id", customer.value()).put("customer_hash", customer.hash());
        String session = home.path("session_id").textValue();
        if (session != null) {
            copy.put("session_hash", Hashes.of(customer.value(), session));
        }
        String order = home.path("order").path("id").textValue();
        if (order != null) {
            copy.withObject("/order").put("hash", Hashes.of(customer.value(), order));
        }
        copy.put("home_customer_id", home.required("customer_id").textValue());
        copy.put("decision", decision);
        return copy;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
