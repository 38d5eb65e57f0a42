package io.clientele.funnel.feed;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.contract.feed.FeedCursor;
import io.clientele.contract.feed.FeedItem;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.funnel.StackResource;
import io.clientele.funnel.TestShop;
import io.clientele.funnel.question.SentEvents;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;

/** A reader that begins while several write, and while homes are moved under its eyes. */
@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(SigningKeys.class)
class FeedWritersQuarkusTest {

    private static final String TIME = "2026-03-01T12:00:00Z";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int WRITERS = 3;
    private static final int BATCHES = 12;
    private static final int BATCH = 25;

    @TestHTTPResource
    URI service;

    @ConfigProperty(name = "quarkus.elasticsearch.hosts")
    String elasticsearch;

    private final String run = UUID.randomUUID().toString();

    @BeforeEach
    void awaitReady() {
        TestShop.awaitReady();
    }

    @Test
    void readerSeesEachEventOnceInTheOrderOfPositions() throws Exception {
        try (TestConsumer reader = TestConsumer.registerAtTheEnd(service).limit(40);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<FeedCursor> begin = reader.cursors();
            List<Future<?>> writers = IntStream.range(0, WRITERS)
                    .<Future<?>>mapToObj(writer -> threads.submit(() -> write(writer)))
                    .toList();
            Instant deadline = Instant.now().plus(PATIENCE);
            while (reader.messageIds(this::own).size() < WRITERS * BATCHES * BATCH
                    && Instant.now().isBefore(deadline)) {
                reader.cursors().forEach(cursor -> reader.read(cursor.shard(), Duration.ofMillis(300)));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            reader.drain();

            assertThat(reader.messageIds(this::own)).containsExactlyInAnyOrderElementsOf(ids());
            reader.items(this::own)
                    .values()
                    .forEach(items -> assertThat(items)
                            .extracting(FeedItem::position)
                            .isSorted()
                            .doesNotHaveDuplicates());
            try (TestConsumer fresh = TestConsumer.register(service)) {
                fresh.take(begin);
                assertThat(fresh.drain().items(this::own)).isEqualTo(reader.items(this::own));
            }
        }
    }

    private void write(int writer) {
        MovedHomes homes = new MovedHomes(elasticsearch);
        for (int batch = 0; batch < BATCHES; batch++) {
            List<Map<String, Object>> messages = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                messages.add(SentEvents.track(id(writer, batch * BATCH + i), "u-" + i + run, "A", TIME, Map.of()));
            }
            SentEvents.send(messages);
            for (int i = 0; i < BATCH; i += 5) {
                homes.move(id(writer, batch * BATCH + i));
            }
        }
    }

    private boolean own(String messageId) {
        return messageId.startsWith(run);
    }

    private List<String> ids() {
        return IntStream.range(0, WRITERS)
                .boxed()
                .flatMap(writer -> IntStream.range(0, BATCHES * BATCH).mapToObj(i -> id(writer, i)))
                .toList();
    }

    private String id(int writer, int number) {
        return run + "-" + writer + "-" + number;
    }
}
