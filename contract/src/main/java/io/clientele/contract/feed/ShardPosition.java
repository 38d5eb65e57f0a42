package io.clientele.contract.feed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a cursor says.
 *
 * @param index the uuid of the index of events, as Elasticsearch gives it
 * @param shard the shard's number, 0 or more
 * @param history the uuid of the shard's history; positions of one history mean nothing in another
 * @param position of the last event that has been read, or {@value #BEFORE_ALL}
 */
public record ShardPosition(String index, int shard, String history, long position) {
    /** Where a consumer begins that has read nothing. */
    public static final long BEFORE_ALL = -1;

    private static final Pattern TEXT =
            Pattern.compile("1\\.([A-Za-z0-9_-]{1,64})\\.(\\d{1,4})\\.([A-Za-z0-9_-]{1,64})\\.(-1|\\d{1,18})");

    /**
     * Reads a cursor.
     *
     * @throws FeedException {@link FeedFailure.InvalidCursor}
     */
    public static ShardPosition of(FeedCursor cursor) {
        Matcher parts = TEXT.matcher(cursor.value());
        if (cursor.value().length() > FeedCursor.MAX_LENGTH || !parts.matches()) {
            throw new FeedException(new FeedFailure.InvalidCursor("a cursor is a text that the feed gave out"));
        }
        return new ShardPosition(
                parts.group(1), Integer.parseInt(parts.group(2)), parts.group(3), Long.parseLong(parts.group(4)));
    }

    /** The same shard at another position. */
    public ShardPosition at(long other) {
        return new ShardPosition(index, shard, history, other);
    }

    /** Writes the cursor. */
    public FeedCursor cursor() {
        return new FeedCursor("1." + index + "." + shard + "." + history + "." + position);
    }
}
