package io.clientele.campaign.channel;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.edge.rest.HttpRefusal;
import io.clientele.edge.rest.JsonBody;

/**
 * The receipts of one request, those that can be used apart from those that cannot.
 *
 * @param rejected why others were not taken, as the answer tells it
 */
record ReceiptBatch(String webhookId, List<Receipt> receipts, List<ObjectNode> rejected) {

    private static final int MOST = 1_000;
    private static final int LONGEST_ID = 128;
    private static final Duration AHEAD = Duration.ofMinutes(5);

    /** Reads a body: {@code {"webhook": id, "receipts": [{"contact", "status", "at"}…]}}. */
    static ReceiptBatch of(byte[] bytes, Instant now) {
        JsonBody body = JsonBody.of(bytes, Set.of("webhook", "receipts"));
        JsonNode array = body.required("receipts");
        if (!array.isArray() || array.isEmpty() || array.size() > MOST) {
            throw new HttpRefusal(400, "INVALID_VALUE", "receipts", "receipts is a list of 1 to " + MOST);
        }
        ReceiptBatch batch = new ReceiptBatch(body.text("webhook"), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < array.size(); i++) {
            batch.read(i, array.get(i), now);
        }
        return batch;
    }

    private void read(int index, JsonNode item, Instant now) {
        String contact = item.path("contact").asText("");
        Optional<ReceiptStatus> status = ReceiptStatus.of(item.path("status").asText(""));
        Optional<Instant> at = at(item.path("at"), now);
        if (contact.isEmpty() || contact.length() > LONGEST_ID || contact.indexOf(0) >= 0) {
            reject(index, "INVALID_VALUE", "contact", "is the id of a contact");
        } else if (status.isEmpty()) {
            reject(
                    index,
                    "UNKNOWN_STATUS",
                    "status",
                    "is delivered, bounced, opened, clicked, complained or unsubscribed");
        } else if (at.isEmpty()) {
            reject(index, "INVALID_VALUE", "at", "is a time as in ISO 8601, not in the future");
        } else {
            receipts.add(new Receipt(index, contact, status.get(), at.get()));
        }
    }

    private static Optional<Instant> at(JsonNode node, Instant now) {
        if (node.isMissingNode() || node.isNull()) {
            return Optional.of(now);
        }
        try {
            Instant at = OffsetDateTime.parse(node.asText()).toInstant();
            return at.isAfter(now.plus(AHEAD)) || at.isBefore(Instant.EPOCH) ? Optional.empty() : Optional.of(at);
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }

    void rejectUnknown(Receipt receipt) {
        reject(receipt.index(), "UNKNOWN_CONTACT", "contact", "is no contact that went through this webhook");
    }

    private void reject(int index, String code, String key, String reason) {
        String field = "receipts[" + index + "]." + key;
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        error.put("index", index).put("code", code).put("field", field).put("message", field + " " + reason);
        rejected.add(error);
    }
}
