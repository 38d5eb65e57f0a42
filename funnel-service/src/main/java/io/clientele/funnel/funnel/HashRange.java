package io.clientele.funnel.funnel;

/**
 * A range of customers' hashes, both ends included. Hashes are spread evenly, so the part of all customers in a range is the
 * range's part of all hashes.
 */
record HashRange(long from, long to) {

    static final HashRange ALL = new HashRange(Long.MIN_VALUE, Long.MAX_VALUE);

    private static final double HASHES = 0x1p64;

    private static final long MOST = 1_000_000_000;

    /** So much wider than the mean needs that a range seldom holds too few. */
    private static final double ROOM = 1.25;

    HashRange {
        if (from > to) {
            throw new IllegalArgumentException("no range: from " + from + " to " + to);
        }
    }

    /**
     * A range that holds about so many customers or a few more.
     *
     * @param from its first hash
     * @param size how many are wanted, 1 or more
     * @param total how many there are among all hashes; of more than {@value #MOST} it holds more than are wanted
     */
    static HashRange holding(long from, long size, long total) {
        double end = from + HASHES * ROOM * size / Math.clamp(total, 1, MOST);
        // The cast stops at the greatest number.
        return new HashRange(from, Math.max(from, (long) end));
    }

    boolean isLast() {
        return to == Long.MAX_VALUE;
    }
}
