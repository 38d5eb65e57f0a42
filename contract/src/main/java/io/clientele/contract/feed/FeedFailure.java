package io.clientele.contract.feed;

import org.jspecify.annotations.Nullable;

/** Why the feed gave no answer. */
public sealed interface FeedFailure {

    /** Stable, in upper snake case. */
    String code();

    /** One sentence for operators. */
    String message();

    /**
     * The cursor is of another index or history than the one that stands: events may be missing or stand at other
     * positions. Nothing but a fresh start from new cursors is right, and that is for people to decide.
     */
    record HistoryChanged(String message) implements FeedFailure {
        /** As the service says it. */
        public static final String CODE = "FEED_HISTORY_CHANGED";

        @Override
        public String code() {
            return CODE;
        }
    }

    /**
     * The index was split since: ask {@link FeedClient#cursors} for the successors of all cursors, and put them in their
     * place in one transaction.
     */
    record ShardsChanged(String message) implements FeedFailure {
        /** As the service says it. */
        public static final String CODE = "FEED_SHARDS_CHANGED";

        @Override
        public String code() {
            return CODE;
        }
    }

    /** The consumer is not registered, or not any more. */
    record UnknownConsumer(String message) implements FeedFailure {
        /** As the service says it. */
        public static final String CODE = "UNKNOWN_CONSUMER";

        @Override
        public String code() {
            return CODE;
        }
    }

    /** The text is no cursor, or not one of the shard that is asked for. */
    record InvalidCursor(String message) implements FeedFailure {
        /** As the service says it. */
        public static final String CODE = "INVALID_CURSOR";

        @Override
        public String code() {
            return CODE;
        }
    }

    /**
     * The service refuses the request for what is in it.
     *
     * @param code as the service says it
     * @param field the field at fault, or null
     */
    record InvalidRequest(String code, @Nullable String field, String message) implements FeedFailure {}

    /** The service does not take this caller's token. */
    record Unauthenticated(String message) implements FeedFailure {
        /** As the service says it. */
        public static final String CODE = "UNAUTHENTICATED";

        @Override
        public String code() {
            return CODE;
        }
    }

    /** The service or Elasticsearch is away, or an answer broke off: the same request is good again later. */
    record Unavailable(String message) implements FeedFailure {
        /** Of the client's own, whatever the service says. */
        public static final String CODE = "FEED_UNAVAILABLE";

        @Override
        public String code() {
            return CODE;
        }
    }
}
