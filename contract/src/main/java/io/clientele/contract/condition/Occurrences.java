package io.clientele.contract.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Counts over any window that one term range answers: the document of a customer says of each counter on which day the
 * n-th most recent time was. It was done at least n times since a day exactly if the n-th most recent time was on that
 * day or later.
 */
final class Occurrences {
    /** The field of the document. */
    static final String FIELD = "behaviour";

    /** The largest n that documents tell. */
    static final int MOST = 16;

    private static final long LAST_DAY = 999_999;

    /** Gives a number of up to eight digits its leading zeros, behind a digit that is cut off. */
    private static final long NINE_DIGITS = 100_000_000;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Occurrences() {}

    /** What the document holds of a counter. */
    static List<String> terms(Counter counter, DailyCounts counts) {
        String key = counter.key();
        List<String> terms = new ArrayList<>();
        for (Map.Entry<Long, Long> day : counts.byDay().descendingMap().entrySet()) {
            for (long i = 0; i < day.getValue() && terms.size() < MOST; i++) {
                terms.add(term(key, terms.size() + 1, day.getKey()));
            }
        }
        return terms;
    }

    /** It was done at least n times (1 to {@value #MOST}) since a day, or ever. */
    static ObjectNode atLeast(Counter counter, int n, OptionalLong since) {
        String key = counter.key();
        ObjectNode bounds =
                JSON.objectNode().put("gte", term(key, n, since.orElse(0))).put("lte", term(key, n, LAST_DAY));
        return EventQuery.object("range", EventQuery.object(FIELD, bounds));
    }

    /** The key, n in two digits and the day in six; by hand, since every customer's document has dozens of them. */
    private static String term(String key, int n, long day) {
        long digits = NINE_DIGITS + n * (LAST_DAY + 1) + Math.clamp(day, 0, LAST_DAY);
        return key + Long.toString(digits).substring(1);
    }
}
