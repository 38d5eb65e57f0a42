package io.clientele.funnel.collect;

import java.nio.ByteBuffer;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A request's body, cut into items.
 *
 * @param writeKey the body's own write key
 * @param sentAt when the sender's clock says that it was sent, as it stands in the body; missing if it does not
 * @param items at least one
 */
record CollectRequest(@Nullable String writeKey, JsonNode sentAt, List<Item> items) {

    /**
     * One message as it came.
     *
     * @param message any JSON value; the reader takes it apart
     * @param raw the message's own bytes within the body, UTF-8
     */
    record Item(JsonNode message, ByteBuffer raw) {}
}
