package io.clientele.funnel.feed;

import java.time.Duration;
import java.util.Set;

import io.clientele.contract.feed.FeedRequest;
import io.clientele.contract.feed.ShardPosition;

/**
 * What a consumer asks for.
 *
 * @param limit most events, 1 to {@value FeedRequest#MAX_LIMIT}
 * @param patience how long to wait for the first one
 */
record ReadQuestion(String consumer, ShardPosition position, Wanted wanted, int limit, Duration patience) {

    static ReadQuestion of(byte[] bytes) {
        JsonBody body = JsonBody.of(bytes);
        return new ReadQuestion(
                ConsumerName.valid(body.text("consumer")),
                body.cursor("cursor"),
                new Wanted.Named(Set.copyOf(body.texts("events", FeedRequest.MAX_NAMES))),
                (int) body.whole("limit", 1, FeedRequest.MAX_LIMIT),
                Duration.ofMillis(body.whole("waitMs", 0, FeedRequest.MAX_WAIT.toMillis())));
    }
}
