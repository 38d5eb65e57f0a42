package io.clientele.elasticsearch.client;

import org.jspecify.annotations.Nullable;

/** Why Elasticsearch gave no usable answer. */
public abstract sealed class ElasticsearchFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private ElasticsearchFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Not reachable, closing the connection, timing out or answering 500 and above: worth another try later. */
    public static final class Unavailable extends ElasticsearchFailure {

        private static final long serialVersionUID = 1L;

        public Unavailable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** Answering 429: it has more work than it can take now. */
    public static final class Overloaded extends ElasticsearchFailure {

        private static final long serialVersionUID = 1L;

        public Overloaded(String message) {
            super(message, null);
        }
    }

    /** The request was refused (any other status from 400 to 499); sending it again would not help. */
    public static final class Refused extends ElasticsearchFailure {

        private static final long serialVersionUID = 1L;
        private final int status;
        private final String errorType;

        public Refused(int status, String errorType, String message) {
            super(message, null);
            this.status = status;
            this.errorType = errorType;
        }

        /** The HTTP status, 400 to 499. */
        public int status() {
            return status;
        }

        /** Elasticsearch's own name of the error, such as {@code resource_already_exists_exception}. */
        public String errorType() {
            return errorType;
        }
    }

    /** Some shards failed, time ran out or the answer is too large: what came would be less than the truth. */
    public static final class Partial extends ElasticsearchFailure {

        private static final long serialVersionUID = 1L;

        private final boolean tooLarge;

        public Partial(String message) {
            this(message, false);
        }

        private Partial(String message, boolean tooLarge) {
            super(message, null);
            this.tooLarge = tooLarge;
        }

        static Partial ofTooLarge(String message) {
            return new Partial(message, true);
        }

        /** Whether it is the answer's size alone, so that a question for less would be answered. */
        public boolean tooLarge() {
            return tooLarge;
        }
    }
}
