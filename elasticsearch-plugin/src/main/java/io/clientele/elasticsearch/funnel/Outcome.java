package io.clientele.elasticsearch.funnel;

import java.util.Arrays;

/** Which of those who reached a step are listed. */
enum Outcome {
    /** Who reached the step and not the next one. */
    DROPPED,
    /** Who reached the step, and perhaps later ones. */
    CONVERTED;

    /** Whether it is that of an entity that came so far. */
    boolean isOf(int level, int step) {
        return switch (this) {
            case DROPPED -> level == step;
            case CONVERTED -> level >= step;
        };
    }

    /** Reads the name used in requests; throws {@link IllegalArgumentException} naming the allowed ones. */
    static Outcome of(String name) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "[outcome] must be one of " + Arrays.toString(values()) + ", got [" + name + "]"));
    }

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
