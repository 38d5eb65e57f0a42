package io.clientele.contract.feed;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.clientele.contract.RandomEvents;
import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventDocument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FeedClientTest {
    private static final FeedCursor CURSOR = new FeedCursor("1.index.0.history.7");
    private static final FeedCursor NEXT = new FeedCursor("1.index.0.history.9");
    private static final FeedRequest REQUEST =
            new FeedRequest("profile", CURSOR, Set.of("Order Completed"), 100, Duration.ofSeconds(2));

    private FakeFeed feed;
    private FeedClient client;

    @BeforeEach
    void start() {
        feed = new FakeFeed().start();
        client = new FeedClient(feed.address(), () -> "secret-token");
    }

    @AfterEach
    void stop() {
        client.close();
        feed.close();
    }

    @Test
    void deliversEventsAsTheyWereWritten() {
        Event first = new RandomEvents(new Random(1)).next("m-1");
        Event second = new RandomEvents(new Random(2)).next("m-2");
        feed.will(200, line(8, "m-1", document(first)) + line(9, "m-2", document(second)) + end(3));

        FeedPage page = answer(client.read(REQUEST));

        assertThat(page.items()).containsExactly(new FeedItem.Delivered(8, first), new FeedItem.Delivered(9, second));
        assertThat(page.cursor()).isEqualTo(NEXT);
        assertThat(page.behind()).isEqualTo(3);
        assertThat(feed.asked())
                .containsExactly(new FakeFeed.Asked(
                        "POST /internal/v1/feed/read",
                        "Bearer secret-token",
                        "{\"consumer\":\"profile\",\"cursor\":\"1.index.0.history.7\",\"limit\":100,\"waitMs\":2000,"
                                + "\"events\":[\"Order Completed\"]}"));
    }

    @Test
    void setsUnreadableEventsAsideAndGoesOn() {
        Event good = new RandomEvents(new Random(1)).next("m-4");
        feed.will(
                200,
                line(1, "m-1", "{\"order\":{\"revenue\":1e99999999999}}")
                        + line(2, "m-2", "{\"message_id\":\"m-2\",\"broken\":}")
                        + line(3, "m-3", "{\"message_id\":\"m-3\",\"type\":\"track\"}")
                        + line(4, "m-4", document(good))
                        + end(0));

        FeedPage page = answer(client.read(REQUEST));

        assertThat(page.items())
                .containsExactly(
                        new FeedItem.Unreadable(1, "m-1", "is not JSON that can be read"),
                        new FeedItem.Unreadable(2, "m-2", "is not JSON that can be read"),
                        new FeedItem.Unreadable(3, "m-3", "MISSING_FIELD: customer_id is missing"),
                        new FeedItem.Delivered(4, good));
        assertThat(page.cursor()).isEqualTo(NEXT);
    }

    @Test
    void takesPageWithoutItsLastLineForNone() {
        Event event = new RandomEvents(new Random(1)).next("m-1");
        feed.will(200, line(8, "m-1", document(event)));

        assertThat(failure(client.read(REQUEST))).isInstanceOf(FeedFailure.Unavailable.class);
    }

    @Test
    void takesPageThatBreaksOffWithinAnEventForNone() {
        Event event = new RandomEvents(new Random(1)).next("m-1");
        String whole = line(8, "m-1", document(event));
        feed.will(200, whole.substring(0, whole.length() - 10));

        assertThat(failure(client.read(REQUEST))).isInstanceOf(FeedFailure.Unavailable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "409, FEED_HISTORY_CHANGED, HistoryChanged",
        "409, FEED_SHARDS_CHANGED, ShardsChanged",
        "404, UNKNOWN_CONSUMER, UnknownConsumer",
        "400, INVALID_CURSOR, InvalidCursor",
        "401, UNAUTHENTICATED, Unauthenticated",
        "503, STORE_UNAVAILABLE, Unavailable",
        "400, INVALID_VALUE, InvalidRequest"
    })
    void tellsFailuresByTheirCode(int status, String code, String type) {
        feed.will(status, "{\"error\":{\"code\":\"%s\",\"message\":\"why\",\"field\":\"limit\"}}".formatted(code));

        FeedFailure failure = failure(client.read(REQUEST));

        assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
        assertThat(failure.message()).isEqualTo("why");
    }

    @ParameterizedTest
    @CsvSource({"502, Unavailable", "429, Unavailable", "302, Unavailable", "404, InvalidRequest"})
    void tellsFailuresOfOthersByTheirStatus(int status, String type) {
        feed.will(status, "<html>");

        assertThat(failure(client.read(REQUEST)).getClass().getSimpleName()).isEqualTo(type);
    }

    @Test
    void saysUnavailableWhenNobodyListens() {
        try (FeedClient lost = new FeedClient(URI.create("http://127.0.0.1:1"), () -> "token")) {
            assertThat(failure(lost.register("profile"))).isInstanceOf(FeedFailure.Unavailable.class);
        }
    }

    @Test
    void asksForTheSuccessorsOfCursors() {
        feed.will(200, "{\"cursors\":[\"1.new.0.h.7\",\"1.new.1.h.7\"]}");

        assertThat(answer(client.cursors("profile", List.of(CURSOR))))
                .containsExactly(new FeedCursor("1.new.0.h.7"), new FeedCursor("1.new.1.h.7"));
        assertThat(feed.asked().getFirst().what()).isEqualTo("POST /internal/v1/feed/consumers/profile/cursors");
        assertThat(feed.asked().getFirst().body()).isEqualTo("{\"known\":[\"1.index.0.history.7\"]}");
    }

    @Test
    void asksForHistoryPageAfterPage() {
        feed.will(200, "{\"cursor\":\"1.index.0.history.3\",\"behind\":4}\n")
                .will(200, "{\"cursor\":\"1.index.0.history.7\",\"behind\":0}\n");
        HistoryRequest request = HistoryRequest.of("anon:d", List.of(CURSOR));

        FeedPage first = answer(client.history(request));
        FeedPage second = answer(client.history(request.after(first)));

        assertThat(second.behind()).isZero();
        assertThat(feed.asked())
                .extracting(FakeFeed.Asked::body)
                .containsExactly(
                        "{\"customer\":\"anon:d\",\"limit\":2000,\"read\":[\"1.index.0.history.7\"]}",
                        "{\"customer\":\"anon:d\",\"limit\":2000,\"read\":[\"1.index.0.history.7\"],"
                                + "\"after\":\"1.index.0.history.3\"}");
    }

    @Test
    void registersAndForgetsConsumersAndTellsHowFarTheyAre() {
        feed.will(204, "").will(204, "").will(204, "");

        answer(client.register("profile"));
        answer(client.committed("profile", List.of(CURSOR)));
        answer(client.unregister("profile"));

        assertThat(feed.asked())
                .extracting(FakeFeed.Asked::what)
                .containsExactly(
                        "PUT /internal/v1/feed/consumers/profile",
                        "POST /internal/v1/feed/consumers/profile/committed",
                        "DELETE /internal/v1/feed/consumers/profile");
    }

    @Test
    void readerFetchesTheNextPageWhileTheLastIsWorkedOn() {
        feed.will(200, end(5)).will(200, "{\"cursor\":\"1.index.0.history.12\",\"behind\":0}\n");
        Instant before = Instant.now();
        FeedReader reader = new FeedReader(client, REQUEST);

        answer(reader.next());
        Instant firstCame = Instant.now();
        assertThat(reader.asked()).isBetween(before, firstCame);
        FeedPage second = answer(reader.next());
        assertThat(reader.asked())
                .as("the second, which was asked for when the first came")
                .isBetween(before, firstCame);

        assertThat(second.cursor()).isEqualTo(new FeedCursor("1.index.0.history.12"));
        assertThat(feed.asked().get(1).body()).contains("\"cursor\":\"1.index.0.history.9\"");
    }

    @Test
    void readerFailsWhereAPageBrokeOff() {
        feed.will(200, line(3, "m-1", "{}"));
        FeedReader reader = new FeedReader(client, REQUEST);

        assertThat(failure(reader.next())).isInstanceOf(FeedFailure.Unavailable.class);
        assertThat(failure(reader.next())).isInstanceOf(FeedFailure.Unavailable.class);
    }

    private static String line(long position, String id, String document) {
        return "{\"position\":%d,\"id\":\"%s\",\"event\":%s}\n".formatted(position, id, document);
    }

    private static String end(long behind) {
        return "{\"cursor\":\"%s\",\"behind\":%d}\n".formatted(NEXT, behind);
    }

    private static String document(Event event) {
        return new String(EventDocument.bytes(event), StandardCharsets.UTF_8);
    }

    private static <T> T answer(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    private static FeedFailure failure(CompletionStage<?> stage) {
        CompletionException thrown = assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> stage.toCompletableFuture().join())
                .actual();
        return ((FeedException) Objects.requireNonNull(thrown.getCause())).failure();
    }
}
