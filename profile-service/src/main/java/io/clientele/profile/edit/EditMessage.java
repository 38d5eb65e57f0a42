package io.clientele.profile.edit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.CustomerId;
import io.clientele.edge.text.TextRefusal;
import io.clientele.profile.card.Customer;

/**
 * The message that a change is.
 *
 * @param id the same of the same operation and key
 * @param body as the collector takes it
 */
record EditMessage(String id, ObjectNode body) {

    private static final int LONGEST_KEY = 128;

    /**
     * The message id of a change.
     *
     * @throws io.clientele.edge.CodedException {@code INVALID_VALUE}
     */
    static String id(String operation, String key) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new TextRefusal.InvalidText("input.key", "must have 1 to " + LONGEST_KEY + " characters").exception();
        }
        try {
            // A hash: a message id is shorter than some keys, and two keys must not be one.
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return operation + ':' + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    /** An identify of a user or of a visitor's device. */
    static EditMessage identify(String id, Customer customer, ObjectNode traits, Instant now) {
        ObjectNode body = body(id, "identify", now);
        String whose = customer.id();
        if (whose.startsWith(CustomerId.ANONYMOUS)) {
            body.put("anonymousId", whose.substring(CustomerId.ANONYMOUS.length()));
        } else {
            body.put("userId", whose);
        }
        body.set("traits", traits);
        return new EditMessage(id, body);
    }

    /** An alias: from then on {@code from} is {@code into}. */
    static EditMessage alias(String id, Customer from, Customer into, Instant now) {
        ObjectNode body = body(id, "alias", now);
        return new EditMessage(id, body.put("userId", into.id()).put("previousId", from.id()));
    }

    private static ObjectNode body(String id, String type, Instant now) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("messageId", id)
                .put("timestamp", now.toString());
    }
}
