package io.clientele.funnel.feed;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.feed.FeedFailure;
import io.clientele.edge.CodedException;
import io.clientele.elasticsearch.client.ElasticsearchFailure;
import io.smallrye.mutiny.Uni;

/** Why a consumer gets no answer. */
final class FeedRefusal extends CodedException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    private FeedRefusal(Reason reason, @Nullable String field, String message) {
        super(reason.name(), field, message);
        this.reason = reason;
    }

    static FeedRefusal historyChanged() {
        return new FeedRefusal(
                Reason.FEED_HISTORY_CHANGED,
                "cursor",
                "the index of events is not the one that the cursor is of, or lost some of its history; read anew from"
                        + " new cursors if that is what you want");
    }

    static FeedRefusal shardsChanged() {
        return new FeedRefusal(
                Reason.FEED_SHARDS_CHANGED,
                "cursor",
                "the index of events was split; ask for the successors of all cursors");
    }

    static FeedRefusal unknownConsumer() {
        return new FeedRefusal(Reason.UNKNOWN_CONSUMER, "consumer", "no consumer of this name is registered");
    }

    static FeedRefusal invalidCursor(String field, String message) {
        return new FeedRefusal(Reason.INVALID_CURSOR, field, message);
    }

    static FeedRefusal invalid(String field, String message) {
        return new FeedRefusal(Reason.INVALID_VALUE, field, message);
    }

    static FeedRefusal malformed() {
        return new FeedRefusal(Reason.MALFORMED_JSON, null, "the body is not the JSON object that is wanted");
    }

    static FeedRefusal unavailable(String message) {
        return new FeedRefusal(Reason.STORE_UNAVAILABLE, null, message);
    }

    /** What a consumer is told of a store that gives no usable answer. */
    static FeedRefusal of(ElasticsearchFailure failure) {
        return switch (failure) {
            case ElasticsearchFailure.Overloaded ignored -> unavailable("the event store is overloaded");
            case ElasticsearchFailure.Unavailable ignored -> unavailable("the event store is not available");
            case ElasticsearchFailure.Refused ignored -> unavailable("the event store refuses to answer");
            case ElasticsearchFailure.Partial ignored -> unavailable("the event store answers in part only");
        };
    }

    /** The same answer, and where the store gives none what its consumer is told. */
    static <T> Uni<T> told(Uni<T> answer) {
        return answer.onFailure(ElasticsearchFailure.class).transform(FeedRefusal::of);
    }

    Reason reason() {
        return reason;
    }

    /** The stable codes, each with its HTTP status. */
    enum Reason {
        MALFORMED_JSON(400),
        INVALID_VALUE(400),
        INVALID_CURSOR(400, FeedFailure.InvalidCursor.CODE),
        UNKNOWN_CONSUMER(404, FeedFailure.UnknownConsumer.CODE),
        FEED_HISTORY_CHANGED(409, FeedFailure.HistoryChanged.CODE),
        FEED_SHARDS_CHANGED(409, FeedFailure.ShardsChanged.CODE),
        STORE_UNAVAILABLE(503);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        /** A code that the contract's client acts on: the two must not part. */
        Reason(int status, String contractCode) {
            this(status);
            if (!name().equals(contractCode)) {
                throw new IllegalStateException(name() + " is " + contractCode + " in the contract");
            }
        }

        int status() {
            return status;
        }
    }
}
