package io.clientele.funnel.collect;

import org.jspecify.annotations.Nullable;

import io.clientele.edge.CodedException;
import io.clientele.elasticsearch.client.ElasticsearchFailure;

/** Why a whole request was refused; nothing of it was stored, or nothing may be assumed of it. */
final class CollectFailure extends CodedException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    CollectFailure(Reason reason, @Nullable String field, String message) {
        super(reason.name(), field, message);
        this.reason = reason;
    }

    /** What a sender is told of a store that gives no usable answer. */
    static CollectFailure of(ElasticsearchFailure failure) {
        return switch (failure) {
            case ElasticsearchFailure.Overloaded ignored ->
                later(Reason.OVERLOADED, "more events are arriving than can be stored");
            case ElasticsearchFailure.Unavailable ignored ->
                later(Reason.STORE_UNAVAILABLE, "the event store is not available");
            case ElasticsearchFailure.Refused ignored ->
                later(Reason.STORE_UNAVAILABLE, "the event store refuses to store events");
            case ElasticsearchFailure.Partial ignored ->
                later(Reason.STORE_UNAVAILABLE, "the event store answers in part only");
        };
    }

    private static CollectFailure later(Reason reason, String message) {
        return new CollectFailure(reason, null, message + "; nothing of the request may be assumed, send it again");
    }

    Reason reason() {
        return reason;
    }

    /** The stable codes of refusal, each with its HTTP status. */
    enum Reason {
        MALFORMED_JSON(400),
        INVALID_TYPE(400),
        MISSING_FIELD(400),
        EMPTY_BATCH(400),
        INVALID_WRITE_KEY(401),
        FOREIGN_CUSTOMER(403),
        BODY_TOO_LARGE(413),
        TOO_MANY_EVENTS(413),
        OVERLOADED(429),
        STORE_UNAVAILABLE(503);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
