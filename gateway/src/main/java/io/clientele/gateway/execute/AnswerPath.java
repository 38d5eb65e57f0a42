package io.clientele.gateway.execute;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A place in the answer, as a chain from the place towards the root.
 *
 * @param above the place above; null for the root's own fields
 * @param key a response key, or an index
 */
record AnswerPath(@Nullable AnswerPath above, Object key) {

    static AnswerPath below(@Nullable AnswerPath above, Object key) {
        return new AnswerPath(above, key);
    }

    /** The keys from the root on. */
    static List<Object> keys(@Nullable AnswerPath path) {
        List<Object> keys = new ArrayList<>();
        for (AnswerPath at = path; at != null; at = at.above) {
            keys.add(at.key);
        }
        Collections.reverse(keys);
        return keys;
    }
}
