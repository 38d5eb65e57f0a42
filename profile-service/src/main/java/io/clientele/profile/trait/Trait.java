package io.clientele.profile.trait;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A trait's value with what decides between two of them.
 *
 * @param at when it was said, in milliseconds since 1970
 * @param messageId by which message
 * @param value JSON of any kind; null says that there is none from then on
 */
record Trait(long at, String messageId, JsonNode value) {

    static Trait later(Trait a, Trait b) {
        int order = a.at == b.at ? a.messageId.compareTo(b.messageId) : Long.compare(a.at, b.at);
        return order >= 0 ? a : b;
    }

    /** How many keys the value adds to those of all traits, its own name included. */
    int keys() {
        return 1 + keys(value);
    }

    private static int keys(JsonNode node) {
        int keys = node.isObject() ? node.size() : 0;
        for (JsonNode child : node) {
            keys += keys(child);
        }
        return keys;
    }
}
