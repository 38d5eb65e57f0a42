package io.clientele.elasticsearch.funnel;

import java.util.Arrays;
import java.util.Locale;

/** Which of an entity's step-1 events may begin its chain. */
enum Anchor {
    /** Any: a later step 1 may begin a fresh attempt. */
    ANY,
    /** Only the entity's first; all later steps must come strictly later than it and than each other. */
    FIRST_EVER;

    /** Reads the name used in requests; throws {@link IllegalArgumentException} naming the allowed ones. */
    static Anchor of(String name) {
        return Arrays.stream(values())
                .filter(anchor -> anchor.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "[anchor] must be one of " + Arrays.toString(values()) + ", got [" + name + "]"));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
