package io.clientele.contract.feed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.contract.event.EventDocument;

/** Reads the service's answers. */
final class FeedAnswers {
    private static final int CLIENTS_FAULT = 400;
    private static final int SERVERS_FAULT = 500;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REQUEST_TIMEOUT = 408;

    private FeedAnswers() {}

    @SuppressWarnings("NullAway") // Void has no other value
    static Void nothing(byte[] body) {
        return null;
    }

    static List<FeedCursor> cursors(byte[] body) {
        try {
            List<FeedCursor> cursors = new ArrayList<>();
            for (JsonNode cursor : EventDocument.MAPPER.readTree(body).path("cursors")) {
                cursors.add(new FeedCursor(cursor.asText()));
            }
            return cursors;
        } catch (IOException unreadable) {
            throw broken("funnel-service's answer cannot be read", unreadable);
        }
    }

    static FeedException broken(String message, @Nullable Throwable cause) {
        return new FeedException(new FeedFailure.Unavailable(message), cause);
    }

    /** What an answer of another status than 2xx means. */
    static FeedFailure failure(int status, byte[] body) {
        JsonNode error = error(body);
        String code = error.path("code").asText("HTTP_" + status);
        String message = error.path("message").asText("funnel-service answers " + status);
        return switch (code) {
            case FeedFailure.HistoryChanged.CODE -> new FeedFailure.HistoryChanged(message);
            case FeedFailure.ShardsChanged.CODE -> new FeedFailure.ShardsChanged(message);
            case FeedFailure.UnknownConsumer.CODE -> new FeedFailure.UnknownConsumer(message);
            case FeedFailure.InvalidCursor.CODE -> new FeedFailure.InvalidCursor(message);
            case FeedFailure.Unauthenticated.CODE -> new FeedFailure.Unauthenticated(message);
            default ->
                isPassing(status)
                        ? new FeedFailure.Unavailable(message)
                        : new FeedFailure.InvalidRequest(
                                code, error.path("field").textValue(), message);
        };
    }

    /** Redirections are not the service's own either: something stands between that may go away. */
    private static boolean isPassing(int status) {
        return status < CLIENTS_FAULT
                || status == REQUEST_TIMEOUT
                || status == TOO_MANY_REQUESTS
                || status >= SERVERS_FAULT;
    }

    private static JsonNode error(byte[] body) {
        try {
            return EventDocument.MAPPER.readTree(body).path("error");
        } catch (IOException notOurs) {
            // A proxy's page, or nothing: the status alone must do.
            return EventDocument.MAPPER.missingNode();
        }
    }
}
