package io.clientele.funnel.feed;

/**
 * Positions of one shard.
 *
 * @param after the last before them, -1 or more
 * @param upTo the last of them, at least {@code after}
 */
record Range(int shard, long after, long upTo) {

    long size() {
        return upTo - after;
    }

    /** Its beginning, of at most this many positions. */
    Range first(long positions) {
        return new Range(shard, after, Math.min(upTo, after + positions));
    }

    /** What comes after another one that has the same end or an earlier one. */
    Range following(Range done) {
        return new Range(shard, done.upTo, upTo);
    }
}
