package io.clientele.funnel.internal;

import org.jspecify.annotations.Nullable;

import io.clientele.edge.CodedException;
import io.clientele.elasticsearch.client.ElasticsearchFailure;

/** Why a request of another service is not answered. */
public final class InternalRefusal extends CodedException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public InternalRefusal(Reason reason, @Nullable String field, String message) {
        super(reason.name(), field, message);
        this.reason = reason;
    }

    /** What a service is told when Elasticsearch gives no usable answer; what was done up to then stays done. */
    public static InternalRefusal of(ElasticsearchFailure failure) {
        return switch (failure) {
            case ElasticsearchFailure.Overloaded _ ->
                new InternalRefusal(Reason.OVERLOADED, null, "more is asked of the event store than it can do");
            case ElasticsearchFailure.Unavailable _ -> unavailable("the event store is not available");
            case ElasticsearchFailure.Refused _ -> unavailable("the event store refuses the request");
            case ElasticsearchFailure.Partial _ -> unavailable("the event store answers in part only");
        };
    }

    private static InternalRefusal unavailable(String message) {
        return new InternalRefusal(Reason.STORE_UNAVAILABLE, null, message);
    }

    public Reason reason() {
        return reason;
    }

    /** The same refusal of a field of something that stands at this place of the request. */
    public InternalRefusal at(String place) {
        return new InternalRefusal(
                reason, field() == null ? place : place + "." + field(), String.valueOf(getMessage()));
    }

    /** The stable codes, each with its HTTP status. */
    public enum Reason {
        MALFORMED_JSON(400),
        MISSING_FIELD(400),
        UNKNOWN_FIELD(400),
        INVALID_TYPE(400),
        INVALID_VALUE(400),
        INVALID_RANGE(400),
        TOO_MANY_ITEMS(400),
        OVERLOADED(429),
        INTERNAL(500),
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
