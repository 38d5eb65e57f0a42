package io.clientele.contract.feed;

import org.jspecify.annotations.Nullable;

/** Carries a {@link FeedFailure} to where it is acted on. */
public final class FeedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient FeedFailure failure;

    public FeedException(FeedFailure failure) {
        this(failure, null);
    }

    public FeedException(FeedFailure failure, @Nullable Throwable cause) {
        super(failure.code() + ": " + failure.message(), cause);
        this.failure = failure;
    }

    public FeedFailure failure() {
        return failure;
    }
}
