package io.clientele.funnel.feed;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.feed.FeedCursor;
import io.clientele.contract.feed.FeedItem;
import io.clientele.contract.feed.FeedPage;
import io.clientele.contract.feed.HistoryRequest;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.funnel.StackResource;
import io.clientele.funnel.StoreProbe;
import io.clientele.funnel.TestShop;
import io.clientele.funnel.question.SentEvents;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import static io.clientele.funnel.feed.TestConsumer.join;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Events that are stored under another customer, or erased, before, between and after a consumer reads them. */
@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(SigningKeys.class)
class FeedTombstonesQuarkusTest {

    private static final String TIME = "2026-03-01T12:00:00Z";
    private static final int EVENTS = 40;

    @TestHTTPResource
    URI service;

    @ConfigProperty(name = "quarkus.elasticsearch.hosts")
    String elasticsearch;

    private final String run = UUID.randomUUID().toString();
    private TestConsumer lagging;
    private List<FeedCursor> begin;
    private Map<Integer, List<FeedItem>> undisturbed;

    @BeforeEach
    void sendEventsAndReadThemUndisturbed() {
        TestShop.awaitReady();
        lagging = TestConsumer.registerAtTheEnd(service).limit(8);
        begin = lagging.cursors();
        SentEvents.send(IntStream.range(0, EVENTS)
                .mapToObj(i -> SentEvents.track(
                        run + "-" + i, "u-" + i % 4 + "-" + run, i % 2 == 0 ? "Even" : "Odd", TIME, Map.of("n", i)))
                .toList());
        try (TestConsumer first = fresh()) {
            undisturbed = first.drain().items(this::own);
        }
    }

    @AfterEach
    void unregister() {
        lagging.unregister();
        lagging.close();
    }

    @Test
    void freshConsumerIsGivenWhatWasMovedBefore() {
        IntStream.range(0, EVENTS).filter(i -> i % 3 == 0).forEach(this::move);

        assertThat(readFresh()).isEqualTo(undisturbed);
    }

    @Test
    void laggingConsumerIsGivenWhatIsMovedBetweenItsPages() {
        readOnePageOfEach();
        IntStream.range(0, EVENTS).filter(i -> i % 2 == 0).forEach(this::move);
        readOnePageOfEach();
        IntStream.range(0, EVENTS).filter(i -> i % 2 == 1).forEach(this::move);
        lagging.drain();

        assertThat(lagging.items(this::own)).isEqualTo(undisturbed);
        assertThat(readFresh()).isEqualTo(undisturbed);
    }

    @Test
    void whatIsMovedAfterItWasReadIsNotGivenAgain() {
        lagging.drain();
        IntStream.range(0, EVENTS).forEach(this::move);
        lagging.drain();

        assertThat(lagging.items(this::own)).isEqualTo(undisturbed);
    }

    @Test
    void copiesAreNotGiven() {
        IntStream.range(0, EVENTS).forEach(this::copy);

        assertThat(lagging.drain().items(this::own)).isEqualTo(undisturbed);
    }

    @Test
    void erasedEventsAreNotGiven() {
        ObjectNode bare = JsonNodeFactory.instance.objectNode();
        bare.put("tombstone", true).put("erased", true).put("message_id", run + "-7");
        MovedHomes homes = new MovedHomes(elasticsearch);
        homes.replace(homes.home(run + "-7"), bare);
        SentEvents.refresh("events-write");

        assertThat(lagging.drain().messageIds(this::own)).hasSize(EVENTS - 1).doesNotContain(run + "-7");
    }

    @Test
    void filtersWhatTombstonesKeepByNameToo() {
        IntStream.range(0, EVENTS).filter(i -> i % 3 == 0).forEach(this::move);
        try (TestConsumer fresh = fresh()) {
            fresh.names(Set.of("Even")).drain();

            assertThat(fresh.messageIds(this::own))
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, EVENTS)
                            .filter(i -> i % 2 == 0)
                            .mapToObj(i -> run + "-" + i)
                            .toList());
        }
    }

    @Test
    void historyOfHomeCustomerHoldsWhatWasMovedAway() {
        IntStream.range(0, EVENTS).filter(i -> i % 3 == 0).forEach(this::move);
        IntStream.range(0, EVENTS).filter(i -> i % 3 == 0).forEach(this::copy);
        lagging.drain();

        List<String> found = new ArrayList<>();
        HistoryRequest request = HistoryRequest.of("u-1-" + run, lagging.cursors());
        FeedPage page = join(lagging.client().history(request));
        page.items().forEach(item -> found.add(TestConsumer.messageId(item)));

        assertThat(page.behind()).isZero();
        assertThat(found)
                .containsExactlyElementsOf(IntStream.range(0, EVENTS)
                        .filter(i -> i % 4 == 1)
                        .mapToObj(i -> run + "-" + i)
                        .toList());
        assertThat(join(lagging.client().history(HistoryRequest.of("target-" + run, lagging.cursors())))
                        .items())
                .isEmpty();
    }

    @Test
    void tombstoneThatLostWhatItKeptIsUnreadableAndTheFeedGoesOn() {
        MovedHomes homes = new MovedHomes(elasticsearch);
        JsonNode home = homes.home(run + "-7");
        ObjectNode broken = JsonNodeFactory.instance.objectNode();
        broken.put("tombstone", true).put("message_id", run + "-7");
        broken.put("home_seq_no", home.path("_seq_no").longValue());
        homes.replace(home, broken);
        SentEvents.refresh("events-write");

        List<FeedItem> items = lagging.drain().items(this::own).values().stream()
                .flatMap(List::stream)
                .toList();
        assertThat(items).hasSize(EVENTS);
        assertThat(items.stream().filter(FeedItem.Unreadable.class::isInstance))
                .singleElement()
                .extracting(TestConsumer::messageId)
                .isEqualTo(run + "-7");
    }

    private boolean own(String messageId) {
        return messageId.startsWith(run);
    }

    private Map<Integer, List<FeedItem>> readFresh() {
        try (TestConsumer fresh = fresh()) {
            return fresh.limit(9).drain().items(this::own);
        }
    }

    /** A consumer that was given none of this test's events. */
    private TestConsumer fresh() {
        TestConsumer fresh = TestConsumer.register(service);
        fresh.take(begin);
        return fresh;
    }

    private void readOnePageOfEach() {
        lagging.cursors().forEach(cursor -> lagging.read(cursor.shard(), Duration.ZERO));
    }

    private void move(int number) {
        new MovedHomes(elasticsearch).move(run + "-" + number);
    }

    private void copy(int number) {
        JsonNode hit =
                new StoreProbe(elasticsearch).byMessageId(run + "-" + number).get(0);
        JsonNode source = hit.at("/_source/home").isMissingNode() ? hit.path("_source") : hit.at("/_source/home");
        ObjectNode copy = source.deepCopy();
        copy.put("home_customer_id", copy.path("customer_id").textValue());
        copy.put("customer_id", "target-" + run);
        given().baseUri("http://" + elasticsearch)
                .contentType("application/json")
                .body(copy.toString())
                .put("/events-write/_create/copy-%s-%d?routing=%s".formatted(run, number, "target-" + run))
                .then()
                .statusCode(201);
    }
}
