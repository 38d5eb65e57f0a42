package io.clientele.funnel.feed;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.contract.event.Event;
import io.clientele.contract.feed.FeedCursor;
import io.clientele.contract.feed.FeedFailure;
import io.clientele.contract.feed.FeedItem;
import io.clientele.contract.feed.FeedPage;
import io.clientele.contract.feed.FeedRequest;
import io.clientele.contract.feed.HistoryRequest;
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
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(SigningKeys.class)
class FeedApiQuarkusTest {

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
    void deliversEachEventOnceAndInTheOrderOfItsPosition() {
        consumer.drain();
        send(50, "A");
        consumer.limit(7).drain();

        assertThat(consumer.messageIds(this::own)).containsExactlyInAnyOrderElementsOf(ids(50));
        consumer.items(this::own)
                .values()
                .forEach(items -> assertThat(items)
                        .extracting(FeedItem::position)
                        .isSorted()
                        .doesNotHaveDuplicates());
    }

    @Test
    void deliversWhatWasTakenIn() {
        consumer.drain();
        SentEvents.send(List.of(SentEvents.track(run + "-0", "u-" + run, "Order Completed", TIME, Map.of("a", 1.50))));
        consumer.drain();

        List<FeedItem> items = consumer.items(this::own).values().stream()
                .flatMap(List::stream)
                .toList();
        Event event = ((FeedItem.Delivered) items.getFirst()).event();
        assertThat(event.name()).isEqualTo("Order Completed");
        assertThat(event.customer().value()).isEqualTo("u-" + run);
        assertThat(event.properties().values("a")).containsExactly("1.5");
    }

    @Test
    void givesTheSameFromTheSameCursor() {
        consumer.drain();
        send(20, "A");
        List<FeedCursor> begin = consumer.cursors();
        consumer.limit(20).drain();
        Map<Integer, List<FeedItem>> first = consumer.items(this::own);

        try (TestConsumer again = TestConsumer.register(service).limit(3)) {
            again.take(begin);
            again.drain();

            assertThat(again.items(this::own)).isEqualTo(first);
        }
    }

    @Test
    void deliversOnlyEventsOfTheNamesThatAreAskedFor() {
        consumer.drain();
        send(30, "Wanted " + run);
        SentEvents.send(List.of(SentEvents.track(run + "-other", "u-1", "Other", TIME, Map.of())));
        consumer.names(Set.of("Wanted " + run)).limit(10).drain();

        assertThat(consumer.messageIds(this::own)).containsExactlyInAnyOrderElementsOf(ids(30));
        assertThat(consumer.cursors()).isEqualTo(atTheEnd());
    }

    @Test
    void wakesWhoWaitsWhenAnEventComes() {
        consumer.drain();
        List<CompletionStage<FeedPage>> waiting = consumer.cursors().stream()
                .map(cursor -> consumer.client().read(consumer.request(cursor.shard(), PATIENCE)))
                .toList();
        send(40, "A");

        List<FeedItem> came = new ArrayList<>();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(waiting)
                        .allSatisfy(
                                stage -> assertThat(stage.toCompletableFuture()).isDone()));
        waiting.forEach(stage -> came.addAll(join(stage).items()));
        assertThat(came).extracting(TestConsumer::messageId).isSubsetOf(ids(40)).isNotEmpty();
    }

    @Test
    void whoWaitsForOneNameIsNotWokenByOthers() {
        consumer.drain().names(Set.of("Wanted " + run));
        int shard = shardOf("u-" + run);
        CompletionStage<FeedPage> waiting = consumer.client().read(consumer.request(shard, PATIENCE));
        FeedCursor before = Objects.requireNonNull(consumer.cursors().get(shard));
        SentEvents.send(List.of(SentEvents.track(run + "-0", "u-" + run, "Other", TIME, Map.of())));
        await().until(() -> positionAtTheEnd(shard) > ShardPosition.of(before).position());
        SentEvents.send(List.of(SentEvents.track(run + "-1", "u-" + run, "Wanted " + run, TIME, Map.of())));

        assertThat(join(waiting).items()).extracting(TestConsumer::messageId).containsExactly(run + "-1");
    }

    @Test
    void givesUpWaitingWhenTheTimeIsOver() {
        consumer.drain();

        FeedPage page = consumer.read(0, Duration.ofMillis(600));

        assertThat(page.items().stream().map(TestConsumer::messageId).filter(this::own))
                .isEmpty();
        assertThat(page.cursor().shard()).isZero();
    }

    @Test
    void sendsPagesOfLargeEventsInPieces() {
        consumer.drain();
        String large = "x".repeat(1_000);
        Map<String, String> properties = new TreeMap<>();
        IntStream.range(0, 30).forEach(i -> properties.put("p" + i, large));
        List<Map<String, Object>> messages = IntStream.range(0, 600)
                .mapToObj(i -> SentEvents.track(run + "-" + i, "u-" + run, "Large", TIME, properties))
                .toList();
        for (int from = 0; from < messages.size(); from += 10) {
            SentEvents.post(messages.subList(from, from + 10)).statusCode(200).body("accepted", equalTo(10));
        }

        consumer.limit(FeedRequest.MAX_LIMIT).drain();

        assertThat(consumer.messageIds(this::own)).containsExactlyInAnyOrderElementsOf(ids(600));
    }

    @Test
    void givesOneCustomersEventsUpToWhereTheConsumerHasRead() {
        List<Map<String, Object>> messages = IntStream.range(0, 25)
                .mapToObj(i -> SentEvents.track(run + "-" + i, "u-" + run, "A", TIME, Map.of()))
                .toList();
        SentEvents.send(messages);
        consumer.drain();
        SentEvents.send(List.of(SentEvents.track(run + "-late", "u-" + run, "A", TIME, Map.of())));
        send(5, "of others");

        List<String> found = new ArrayList<>();
        HistoryRequest request = new HistoryRequest("u-" + run, consumer.cursors(), Optional.empty(), 10);
        FeedPage page = join(consumer.client().history(request));
        page.items().forEach(item -> found.add(TestConsumer.messageId(item)));
        while (page.behind() > 0) {
            page = join(consumer.client().history(request.after(page)));
            page.items().forEach(item -> found.add(TestConsumer.messageId(item)));
        }

        assertThat(found).containsExactlyElementsOf(ids(25));
    }

    @Test
    void tellsHistoryWithoutTheCursorOfTheCustomersShard() {
        consumer.drain();
        int shard = shardOf("u-" + run);
        List<FeedCursor> others = consumer.cursors().stream()
                .filter(cursor -> cursor.shard() != shard)
                .toList();

        assertThat(failure(consumer.client().history(HistoryRequest.of("u-" + run, others))))
                .isInstanceOf(FeedFailure.InvalidCursor.class);
    }

    @Test
    void takesEventsOfOtherServicesUnderTheirName() {
        consumer.drain();
        given().header("Authorization", "Bearer " + ServiceToken.of("profile-service"))
                .body(Map.of(
                        "batch",
                        List.of(Map.of(
                                "type",
                                "identify",
                                "messageId",
                                run + "-0",
                                "userId",
                                "u-" + run,
                                "traits",
                                Map.of("city", "Hefei")))))
                .post("/internal/v1/events")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("rejected", equalTo(0));

        consumer.drain();
        List<FeedItem> items = consumer.items(this::own).values().stream()
                .flatMap(List::stream)
                .toList();
        assertThat(((FeedItem.Delivered) items.getFirst()).event().source()).isEqualTo("profile-service");
    }

    private boolean own(String messageId) {
        return messageId.startsWith(run);
    }

    private List<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> run + "-" + i).toList();
    }

    /** Events of as many customers, so that they are spread over the shards. */
    private void send(int count, String event) {
        SentEvents.send(IntStream.range(0, count)
                .mapToObj(i -> SentEvents.track(run + "-" + i, "u-" + i + "-" + run, event, TIME, Map.of()))
                .toList());
    }

    private int shardOf(String customer) {
        return join(consumer.client().history(HistoryRequest.of(customer, consumer.cursors())))
                .cursor()
                .shard();
    }

    private List<FeedCursor> atTheEnd() {
        try (TestConsumer other = TestConsumer.registerAtTheEnd(service)) {
            return other.cursors();
        }
    }

    private long positionAtTheEnd(int shard) {
        return ShardPosition.of(atTheEnd().get(shard)).position();
    }
}
