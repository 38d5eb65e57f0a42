package io.clientele.funnel.feed;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

import io.clientele.contract.feed.FeedClient;
import io.clientele.contract.feed.FeedCursor;
import io.clientele.contract.feed.FeedException;
import io.clientele.contract.feed.FeedFailure;
import io.clientele.contract.feed.FeedItem;
import io.clientele.contract.feed.FeedPage;
import io.clientele.contract.feed.FeedRequest;
import io.clientele.funnel.ServiceToken;

/** A consumer that keeps its cursors by shard and what it was given. */
final class TestConsumer implements AutoCloseable {

    private static final int USUAL_LIMIT = 1_000;

    /** Where the feed ended when a test last looked: the shop of all tests has hundreds of thousands of events. */
    private static List<FeedCursor> end = List.of();

    private final FeedClient client;
    private final String name;
    private final Map<Integer, FeedCursor> cursors = new TreeMap<>();
    private final Map<Integer, List<FeedItem>> items = new TreeMap<>();
    private int limit = USUAL_LIMIT;
    private Set<String> names = Set.of();

    private TestConsumer(FeedClient client, String name) {
        this.client = client;
        this.name = name;
    }

    /** A new consumer that begins with the first event. */
    static TestConsumer register(URI service) {
        TestConsumer consumer = new TestConsumer(
                new FeedClient(service, () -> ServiceToken.of("profile-service")), "test-" + UUID.randomUUID());
        join(consumer.client.register(consumer.name));
        consumer.take(join(consumer.client.cursors(consumer.name, List.of())));
        return consumer;
    }

    /** A new consumer that begins where the feed ends: what is there already belongs to other tests. */
    static TestConsumer registerAtTheEnd(URI service) {
        synchronized (TestConsumer.class) {
            TestConsumer consumer = register(service).limit(FeedRequest.MAX_LIMIT);
            if (!end.isEmpty()) {
                consumer.take(end);
            }
            end = consumer.drain().cursors();
            consumer.items.clear();
            return consumer.limit(USUAL_LIMIT);
        }
    }

    TestConsumer limit(int most) {
        limit = most;
        return this;
    }

    TestConsumer names(Set<String> wanted) {
        names = wanted;
        return this;
    }

    FeedClient client() {
        return client;
    }

    String name() {
        return name;
    }

    List<FeedCursor> cursors() {
        return List.copyOf(cursors.values());
    }

    void take(List<FeedCursor> next) {
        cursors.clear();
        next.forEach(cursor -> cursors.put(cursor.shard(), cursor));
    }

    FeedRequest request(int shard, Duration patience) {
        return new FeedRequest(name, Objects.requireNonNull(cursors.get(shard)), names, limit, patience);
    }

    /** Reads one page of a shard and goes on from it. */
    FeedPage read(int shard, Duration patience) {
        FeedPage page = join(client.read(request(shard, patience)));
        items.computeIfAbsent(shard, none -> new ArrayList<>()).addAll(page.items());
        cursors.put(shard, page.cursor());
        return page;
    }

    /** Reads every shard to its end. */
    TestConsumer drain() {
        for (int shard : List.copyOf(cursors.keySet())) {
            while (read(shard, Duration.ZERO).behind() > 0) {
                // The next page then.
            }
        }
        return this;
    }

    /** What it was given, by shard and in order, of message ids that are asked for. */
    Map<Integer, List<FeedItem>> items(Predicate<String> messageId) {
        Map<Integer, List<FeedItem>> chosen = new TreeMap<>();
        items.forEach((shard, given) -> chosen.put(
                shard,
                given.stream().filter(item -> messageId.test(messageId(item))).toList()));
        return chosen;
    }

    /** How many items it was given. */
    int given() {
        return items.values().stream().mapToInt(List::size).sum();
    }

    /** All message ids that it was given, those asked for, each as often as it was. */
    List<String> messageIds(Predicate<String> messageId) {
        return items(messageId).values().stream()
                .flatMap(List::stream)
                .map(TestConsumer::messageId)
                .toList();
    }

    static String messageId(FeedItem item) {
        return switch (item) {
            case FeedItem.Delivered delivered -> delivered.event().messageId();
            case FeedItem.Unreadable unreadable -> unreadable.messageId();
        };
    }

    static <T> T join(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    static FeedFailure failure(CompletionStage<?> stage) {
        try {
            Object answer = stage.toCompletableFuture().join();
            throw new AssertionError("answered, though it should be refused: " + answer);
        } catch (CompletionException refused) {
            return ((FeedException) Objects.requireNonNull(refused.getCause())).failure();
        }
    }

    void unregister() {
        join(client.unregister(name));
    }

    @Override
    public void close() {
        client.close();
    }
}
