package io.clientele.funnel.collect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.funnel.store.Document;

/** Keeps what is no event, with the reason, so that it can be looked at and sent again after a fix. */
final class RejectedItem {

    /** Bytes of the item that are kept; an item over its limit is cut. */
    private static final int RAW_BYTES = 32 * 1024;

    private static final int ID_BYTES = 16;

    private RejectedItem() {}

    /** The document's id is a hash of source and item, so that the same item sent again is kept once. */
    static Document document(Reading.Invalid invalid, ByteBuffer raw, Origin origin) {
        ObjectNode source = JsonNodeFactory.instance.objectNode();
        source.put("received_at", origin.received().toString());
        source.put("source", origin.source());
        source.put("code", invalid.code());
        source.put("field", invalid.field());
        source.put("reason", invalid.reason());
        if (invalid.messageId() != null) {
            source.put("message_id", invalid.messageId());
        }
        if (invalid.customerId() != null) {
            source.put("customer_id", invalid.customerId());
        }
        int kept = Math.min(raw.remaining(), RAW_BYTES);
        source.put(
                "raw",
                StandardCharsets.UTF_8.decode(raw.slice(raw.position(), kept)).toString());
        return Document.rejection(id(origin.source(), raw), source.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String id(String source, ByteBuffer raw) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(source.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(raw.duplicate());
            return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
