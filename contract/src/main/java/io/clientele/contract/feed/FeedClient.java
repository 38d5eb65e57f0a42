package io.clientele.contract.feed;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Speaks with funnel-service's feed, without blocking. Every stage fails with a
 * {@link java.util.concurrent.CompletionException} whose cause is a {@link FeedException}; nothing is tried twice, that is
 * the caller's to decide. Answers are read on threads of the client's own: leave them soon.
 */
public final class FeedClient implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** How long an answer may take beyond the time that the request itself asks to wait. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    private final URI feed;
    private final Supplier<String> token;

    /**
     * A client of one funnel-service.
     *
     * @param funnelService where it listens, such as {@code http://127.0.0.1:8081}, with a base path if it has one
     * @param token gives the service token, asked before each request
     */
    public FeedClient(URI funnelService, Supplier<String> token) {
        String base = funnelService.toString();
        this.feed = URI.create((base.endsWith("/") ? base : base + "/") + "internal/v1/feed/");
        this.token = token;
    }

    /**
     * Registers a consumer; one that is registered already stays as it is.
     *
     * @param consumer 1 to 64 of a-z, 0-9 and -, beginning with a letter
     */
    public CompletionStage<Void> register(String consumer) {
        return ask("PUT", "consumers/" + consumer, BodyPublishers.noBody(), Duration.ZERO, FeedAnswers::nothing);
    }

    /** Forgets a consumer; one that is not registered is no failure. Its cursors stay good, should it come back. */
    public CompletionStage<Void> unregister(String consumer) {
        return ask("DELETE", "consumers/" + consumer, BodyPublishers.noBody(), Duration.ZERO, FeedAnswers::nothing);
    }

    /**
     * The cursors to read from, one a shard, in the order of the shards.
     *
     * @param known all cursors that the consumer has; none: it begins with the first event. After a split the successors
     *     of each, otherwise the same again
     * @return fails with {@link FeedFailure.UnknownConsumer}, {@link FeedFailure.HistoryChanged} or
     *     {@link FeedFailure.InvalidCursor}, the last too if cursors of some shards are missing
     */
    public CompletionStage<List<FeedCursor>> cursors(String consumer, List<FeedCursor> known) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        addCursors(body.putArray("known"), known);
        return ask("POST", "consumers/" + consumer + "/cursors", json(body), Duration.ZERO, FeedAnswers::cursors);
    }

    /** Tells how far the consumer has got, for operators to see how far it is behind; nothing else hangs on it. */
    public CompletionStage<Void> committed(String consumer, List<FeedCursor> cursors) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        addCursors(body.putArray("cursors"), cursors);
        return ask("POST", "consumers/" + consumer + "/committed", json(body), Duration.ZERO, FeedAnswers::nothing);
    }

    /**
     * Reads what comes after a cursor, and waits for it if asked to. Reading does not move anything: the same request
     * gives the same events again.
     */
    public CompletionStage<FeedPage> read(FeedRequest request) {
        return fetch(request).thenApply(UnreadPage::page);
    }

    /** As {@link #read}, and leaves the page to be read. */
    CompletionStage<UnreadPage> fetch(FeedRequest request) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("consumer", request.consumer())
                .put("cursor", request.cursor().value())
                .put("limit", request.limit())
                .put("waitMs", request.maxWait().toMillis());
        ArrayNode names = body.putArray("events");
        request.eventNames().forEach(names::add);
        return ask("POST", "read", json(body), request.maxWait(), UnreadPage::new);
    }

    /** Reads one customer's events up to where the consumer has read. */
    public CompletionStage<FeedPage> history(HistoryRequest request) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("customer", request.customer()).put("limit", request.limit());
        addCursors(body.putArray("read"), request.read());
        request.after().ifPresent(after -> body.put("after", after.value()));
        return ask("POST", "history", json(body), Duration.ZERO, UnreadPage::new)
                .thenApply(UnreadPage::page);
    }

    /** Ends the connections; requests under way fail. */
    @Override
    public void close() {
        http.shutdownNow();
    }

    private <T> CompletionStage<T> ask(
            String method, String path, BodyPublisher body, Duration wait, Function<byte[], T> answer) {
        HttpRequest request = HttpRequest.newBuilder(feed.resolve(path))
                .timeout(ANSWER_TIMEOUT.plus(wait))
                .header("Authorization", "Bearer " + token.get())
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()).handle((response, failure) -> {
            if (failure != null) {
                throw FeedAnswers.broken("funnel-service gives no answer: " + failure.getMessage(), failure);
            }
            if (response.statusCode() >= 300) {
                throw new FeedException(FeedAnswers.failure(response.statusCode(), response.body()));
            }
            return answer.apply(response.body());
        });
    }

    private static BodyPublisher json(ObjectNode body) {
        return BodyPublishers.ofString(body.toString());
    }

    private static void addCursors(ArrayNode array, Collection<FeedCursor> cursors) {
        cursors.forEach(cursor -> array.add(cursor.value()));
    }
}
