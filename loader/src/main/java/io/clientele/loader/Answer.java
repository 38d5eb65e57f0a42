package io.clientele.loader;

import java.util.List;

/** The collector's answer to a batch. */
record Answer(long accepted, long duplicates, List<Rejection> rejections) {

    static final Answer NOTHING = new Answer(0, 0, List.of());

    /**
     * A message that the collector refused.
     *
     * @param index of the message in the batch
     * @param code the collector's stable code
     */
    record Rejection(int index, String code, String reason) {}

    long total() {
        return accepted + duplicates + rejections.size();
    }
}
