package io.clientele.funnel.feed;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.contract.feed.FeedClient;
import io.clientele.contract.feed.FeedCursor;
import io.clientele.contract.feed.FeedFailure;
import io.clientele.contract.feed.FeedRequest;
import io.clientele.contract.feed.ShardPosition;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.funnel.ServiceToken;
import io.clientele.funnel.StackResource;
import io.clientele.funnel.TestShop;
import io.clientele.funnel.question.SentEvents;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import static io.clientele.funnel.feed.TestConsumer.failure;
import static io.clientele.funnel.feed.TestConsumer.join;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** Consumers, their cursors, and how far they are behind. */
@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(SigningKeys.class)
class FeedConsumersQuarkusTest {

    private static final String TIME = "2026-03-01T12:00:00Z";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TestHTTPResource
    URI service;

    private final String run = UUID.randomUUID().toString();
    private TestConsumer consumer;

    @BeforeEach
    void register() {
        TestShop.awaitReady();
        consumer = TestConsumer.registerAtTheEnd(service);
    }

    @AfterEach
    void unregister() {
        consumer.unregister();
        consumer.close();
    }

    @Test
    void showsHowFarConsumersAreBehind() {
        consumer.drain();
        join(consumer.client().committed(consumer.name(), consumer.cursors()));
        send(3, "A");

        given().header("Authorization", "Bearer " + ServiceToken.of("profile-service"))
                .get("/internal/v1/feed/consumers")
                .then()
                .statusCode(200)
                .body("consumers.find { it.name == '" + consumer.name() + "' }.behind", equalTo(3));
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/q/metrics")
                        .then()
                        .body(containsString("clientele_feed_behind{consumer=\"" + consumer.name() + "\"} 3.0")));
        given().get("/q/health/well").then().statusCode(200).body(containsString(consumer.name() + " is behind by"));
    }

    @Test
    void refusesConsumersThatAreNotRegistered() {
        FeedCursor cursor = consumer.cursors().getFirst();
        FeedRequest request = new FeedRequest("nobody", cursor, Set.of(), 1, Duration.ZERO);
        FeedClient client = consumer.client();

        assertThat(failure(client.read(request))).isInstanceOf(FeedFailure.UnknownConsumer.class);
        assertThat(failure(client.cursors("nobody", List.of()))).isInstanceOf(FeedFailure.UnknownConsumer.class);
        assertThat(failure(client.committed("nobody", List.of(cursor))))
                .isInstanceOf(FeedFailure.UnknownConsumer.class);
    }

    @Test
    void registersTwiceWithoutForgettingAnything() {
        join(consumer.client().committed(consumer.name(), consumer.drain().cursors()));
        join(consumer.client().register(consumer.name()));

        given().header("Authorization", "Bearer " + ServiceToken.of("profile-service"))
                .get("/internal/v1/feed/consumers")
                .then()
                .body("consumers.find { it.name == '" + consumer.name() + "' }.behind", equalTo(0));
    }

    @Test
    void givesKnownCursorsBackAndRefusesIncompleteOnes() {
        consumer.drain();

        assertThat(join(consumer.client().cursors(consumer.name(), consumer.cursors())))
                .isEqualTo(consumer.cursors());
        assertThat(failure(consumer.client()
                        .cursors(consumer.name(), List.of(consumer.cursors().getFirst()))))
                .isInstanceOf(FeedFailure.InvalidCursor.class);
    }

    @Test
    void refusesCursorsOfAnotherHistory() {
        ShardPosition real = ShardPosition.of(consumer.cursors().getFirst());
        ShardPosition otherIndex = new ShardPosition("otherIndex", real.shard(), real.history(), 0);
        ShardPosition otherHistory = new ShardPosition(real.index(), real.shard(), "otherHistory", 0);

        for (ShardPosition foreign : List.of(otherIndex, otherHistory)) {
            FeedRequest request = new FeedRequest(consumer.name(), foreign.cursor(), Set.of(), 1, Duration.ZERO);
            assertThat(failure(consumer.client().read(request))).isInstanceOf(FeedFailure.HistoryChanged.class);
        }
    }

    /** Events of as many customers, so that they are spread over the shards. */
    private void send(int count, String event) {
        SentEvents.send(IntStream.range(0, count)
                .mapToObj(i -> SentEvents.track(run + "-" + i, "u-" + i + "-" + run, event, TIME, Map.of()))
                .toList());
    }
}
