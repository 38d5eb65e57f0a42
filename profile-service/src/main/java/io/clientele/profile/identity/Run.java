package io.clientele.profile.identity;

/**
 * A stretch of a device's time that belongs to one node.
 *
 * @param since its start, included, in milliseconds since 1970; 0 for the first run
 * @param until its end, excluded; {@link #FOR_EVER} for the last run
 * @param node the user id that owns it, or the device's {@code anon:} id if nobody claimed the device
 */
public record Run(long since, long until, String node) {

    public static final long FOR_EVER = Long.MAX_VALUE;

    /** Whether an instant lies in it. */
    public boolean covers(long at) {
        return since <= at && at < until;
    }
}
