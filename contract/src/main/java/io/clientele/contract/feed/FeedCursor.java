package io.clientele.contract.feed;

/**
 * A place in the feed of one shard, as opaque text: everything before it has been read, everything after has not. It
 * stays good for as long as the index of events does.
 *
 * @param value 1 to {@value #MAX_LENGTH} characters of ASCII; store it as it is
 */
public record FeedCursor(String value) {
    /** Characters of the longest cursor. */
    public static final int MAX_LENGTH = 200;

    /**
     * The number of the shard that it is of, from 0: what a consumer can key its cursors by.
     *
     * @throws FeedException {@link FeedFailure.InvalidCursor} if the text is not a cursor
     */
    public int shard() {
        return ShardPosition.of(this).shard();
    }

    @Override
    public String toString() {
        return value;
    }
}
