package io.clientele.loader;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.clientele.loader.source.BadRowReason;
import io.clientele.loader.source.EventSource;
import io.clientele.loader.source.LoadFailure;
import io.clientele.loader.source.Row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LoaderTest {

    private static final Duration NO_PATIENCE = Duration.ZERO;
    private static final Duration ENOUGH_PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private final List<Duration> pauses = new CopyOnWriteArrayList<>();

    @Test
    void loadsEverythingWithTheWriteKeyAndWithoutSentAt() throws IOException, InterruptedException {
        try (FakeCollector collector = new FakeCollector((number, request) -> FakeCollector.Reply.take())) {
            LoadReport report = load(collector.address(), ListSource.messages(1_050, 200));
            assertThat(collector.stored()).hasSize(1_050);
            assertThat(report.sent()).isEqualTo(1_050);
            assertThat(report.accepted()).isEqualTo(1_050);
            assertThat(report.duplicates()).isZero();
            assertThat(report.rejected()).isZero();
            assertThat(report.badRows()).isEmpty();
            assertThat(report.elapsed()).isPositive();
            assertThat(collector.requests).hasSize(11).allSatisfy(request -> {
                assertThat(new String(
                                Base64.getDecoder()
                                        .decode(request.authorization().substring("Basic ".length())),
                                StandardCharsets.UTF_8))
                        .isEqualTo("key:");
                assertThat(request.contentType()).isEqualTo("application/json");
                assertThat(request.json().has("sentAt")).isFalse();
                assertThat(request.messages()).isLessThanOrEqualTo(100);
            });
        }
    }

    @Test
    void keepsWithinTheLimitsOfARequest() throws IOException, InterruptedException {
        try (FakeCollector collector = new FakeCollector((number, request) -> FakeCollector.Reply.take())) {
            LoadReport report = load(
                    collector.address(),
                    ListSource.of(
                            60,
                            line -> ListSource.message(
                                    line,
                                    "Fine",
                                    line == 7
                                            ? LoaderOptions.MAX_MESSAGE_BYTES + 1
                                            : LoaderOptions.MAX_MESSAGE_BYTES)));
            assertThat(collector.stored()).hasSize(59).doesNotContain("m-7");
            assertThat(collector.requests)
                    .allSatisfy(request -> assertThat(request.body().getBytes(StandardCharsets.UTF_8))
                            .hasSizeLessThanOrEqualTo(LoaderOptions.MAX_REQUEST_BYTES));
            assertThat(collector.requests).hasSizeLessThanOrEqualTo(5);
            assertThat(report.badRows()).isEqualTo(Map.of("message_too_large", 1L));
        }
    }

    @Test
    void aSecondLoadSendsAllAgainAndFindsOnlyDuplicates() throws IOException, InterruptedException {
        try (FakeCollector collector = new FakeCollector((number, request) -> FakeCollector.Reply.take())) {
            load(collector.address(), ListSource.messages(300, 200));
            LoadReport second = load(collector.address(), ListSource.messages(300, 200));
            assertThat(second.sent()).isEqualTo(300);
            assertThat(second.duplicates()).isEqualTo(300);
            assertThat(second.continuedAfterLine()).isZero();
        }
    }

    @Test
    void waitsAsLongAsTheCollectorAsksAndSendsTheSameRequest() throws IOException, InterruptedException {
        try (FakeCollector collector = new FakeCollector((number, request) -> switch (number) {
            case 1 -> new FakeCollector.Reply(429, "7", "{}");
            case 2 -> new FakeCollector.Reply(503, "100000", "");
            case 3 -> new FakeCollector.Reply(503, "soon", "");
            default -> FakeCollector.Reply.take();
        })) {
            LoadReport report = new Loader(options(collector.address(), 1, Duration.ofHours(1)), pauses::add)
                    .load(ListSource.messages(50, 200), Progress.silent());
            assertThat(report.accepted()).isEqualTo(50);
            assertThat(collector.requests).hasSize(4);
            assertThat(collector.requests.stream()
                            .map(FakeCollector.Request::body)
                            .distinct())
                    .hasSize(1);
            assertThat(pauses).hasSize(3);
            assertThat(pauses.get(0)).isEqualTo(Duration.ofSeconds(7));
            assertThat(pauses.get(1)).isEqualTo(Duration.ofMinutes(5));
            assertThat(pauses.get(2)).isBetween(Duration.ofMillis(100), Duration.ofSeconds(1));
        }
    }

    @Test
    void sendsAgainWhenTheConnectionBreaks() throws IOException, InterruptedException {
        try (FakeCollector collector = new FakeCollector((number, request) -> {
            if (number == 1) {
                throw new IOException("the connection breaks");
            }
            return FakeCollector.Reply.take();
        })) {
            LoadReport report = load(collector.address(), ListSource.messages(50, 200));
            assertThat(report.sent()).isEqualTo(50);
            assertThat(collector.requests).hasSize(2);
            assertThat(collector.stored()).hasSize(50);
        }
    }

    @Test
    void givesUpOnASilentCollectorAfterItsPatience() {
        assertThatThrownBy(() -> new Loader(options(URI.create("http://127.0.0.1:1"), 2, NO_PATIENCE), pauses::add)
                        .load(ListSource.messages(50, 200), Progress.silent()))
                .isInstanceOfSatisfying(
                        LoadFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo(LoadFailure.Code.COLLECTOR_UNAVAILABLE))
                .hasMessageContaining("127.0.0.1:1/v1/batch")
                .hasMessageContaining("ConnectException");
    }

    @Test
    void stopsAtARefusalAndQuotesIt() throws IOException {
        try (FakeCollector collector =
                new FakeCollector((number, request) -> FakeCollector.Reply.error(401, "INVALID_WRITE_KEY"))) {
            assertThatThrownBy(() -> load(collector.address(), ListSource.messages(50, 200)))
                    .isInstanceOfSatisfying(
                            LoadFailure.class,
                            failure -> assertThat(failure.code()).isEqualTo(LoadFailure.Code.COLLECTOR_REFUSED))
                    .hasMessageContaining("401 INVALID_WRITE_KEY: said so");
            assertThat(pauses).isEmpty();
        }
    }

    @Test
    void stopsAtAnAnswerThatDoesNotAccountForEveryMessage() throws IOException {
        try (FakeCollector collector = new FakeCollector(
                (number, request) -> new FakeCollector.Reply(200, "", "{\"accepted\":3,\"items\":[]}"))) {
            assertThatThrownBy(() -> load(collector.address(), ListSource.messages(50, 200)))
                    .isInstanceOfSatisfying(
                            LoadFailure.class,
                            failure ->
                                    assertThat(failure.code()).isEqualTo(LoadFailure.Code.COLLECTOR_ANSWER_UNREADABLE))
                    .hasMessageContaining("all 50 messages");
        }
    }

    @Test
    void goesOnAfterAStopWhereEverythingWasAnswered() throws IOException, InterruptedException {
        try (FakeCollector collector = new FakeCollector((number, request) ->
                number <= 6 ? FakeCollector.Reply.take() : FakeCollector.Reply.error(401, "REVOKED"))) {
            assertThatThrownBy(() -> new Loader(options(collector.address(), 1, ENOUGH_PATIENCE), pauses::add)
                            .load(mixed(1_000), Progress.silent()))
                    .isInstanceOf(LoadFailure.class);
            assertThat(collector.stored()).hasSize(594);
        }
        Path checkpoint = only(".checkpoint.json");
        String saved = Files.readString(checkpoint);
        try (FakeCollector collector = new FakeCollector((number, request) -> FakeCollector.Reply.take())) {
            Files.writeString(
                    checkpoint,
                    saved.replaceAll("http://[^\"]*", collector.address().toString()));
            LoadReport report = load(collector.address(), mixed(1_000));
            assertThat(report.continuedAfterLine()).isEqualTo(612);
            assertThat(report.sent()).isEqualTo(980);
            assertThat(report.accepted()).isEqualTo(970);
            assertThat(report.rejected()).isEqualTo(10);
            assertThat(report.rejections()).isEqualTo(Map.of("INVALID_FIELD", 10L));
            assertThat(report.badRows()).isEqualTo(Map.of("malformed_json", 20L));
            assertThat(collector.stored()).contains("m-613").doesNotContain("m-612");
            List<String> notLoaded = Files.readAllLines(report.badRowsFile());
            assertThat(notLoaded).hasSize(30).doesNotHaveDuplicates();
            assertThat(notLoaded).contains("{\"line\":50,\"reason\":\"malformed_json\",\"text\":\"text of 50\"}");
            assertThat(notLoaded)
                    .contains("{\"line\":25,\"reason\":\"rejected_INVALID_FIELD\",\"text\":\"event: is odd\"}");
            assertThat(checkpoint).doesNotExist();
        }
    }

    @Test
    void startsAnewForAnotherCollector() throws IOException, InterruptedException {
        try (FakeCollector collector = new FakeCollector((number, request) ->
                number == 1 ? FakeCollector.Reply.take() : FakeCollector.Reply.error(401, "REVOKED"))) {
            assertThatThrownBy(() -> load(collector.address(), ListSource.messages(1_000, 200)))
                    .isInstanceOf(LoadFailure.class);
        }
        try (FakeCollector other = new FakeCollector((number, request) -> FakeCollector.Reply.take())) {
            LoadReport report = load(other.address(), ListSource.messages(1_000, 200));
            assertThat(report.continuedAfterLine()).isZero();
            assertThat(other.stored()).hasSize(1_000);
        }
    }

    @Test
    void readsNoFurtherAheadThanItsRequestsInFlight() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch busy = new CountDownLatch(2);
        try (FakeCollector collector = new FakeCollector((number, request) -> {
            busy.countDown();
            await(release);
            return FakeCollector.Reply.take();
        })) {
            ListSource source = ListSource.messages(100_000, 100);
            Thread loading = Thread.ofVirtual().start(() -> {
                try {
                    new Loader(options(collector.address(), 2, ENOUGH_PATIENCE), pauses::add)
                            .load(source, Progress.silent());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            busy.await();
            long bound = (2 * 4 + 1) * 100L;
            assertThat(source.read().get()).isLessThanOrEqualTo(bound);
            loading.interrupt();
            loading.join();
            assertThat(source.read().get()).isLessThanOrEqualTo(bound);
            release.countDown();
        }
    }

    @Test
    void keepsASecondLoadOfTheSameSourceOut() throws IOException {
        ListSource source = ListSource.messages(10, 100);
        try (LoadState held = LoadState.open(folder, source, "http://somewhere")) {
            assertThat(held.continuedAfterLine()).isZero();
            assertThatThrownBy(() -> load(URI.create("http://127.0.0.1:1"), source))
                    .isInstanceOfSatisfying(
                            LoadFailure.class,
                            failure -> assertThat(failure.code()).isEqualTo(LoadFailure.Code.STATE_FOLDER_UNUSABLE))
                    .hasMessageContaining("Another load");
        }
    }

    @Test
    void survivesAFileOfNothingButBadRows() throws IOException, InterruptedException {
        try (FakeCollector collector = new FakeCollector((number, request) -> FakeCollector.Reply.take())) {
            LoadReport report = load(
                    collector.address(),
                    ListSource.of(5_000, line -> new Row.Bad(line, BadRowReason.MALFORMED_JSON, "text of " + line)));
            assertThat(report.badRows()).isEqualTo(Map.of("malformed_json", 5_000L));
            assertThat(report.sent()).isZero();
            assertThat(collector.requests).isEmpty();
            assertThat(Files.readAllLines(report.badRowsFile())).hasSize(5_000);
        }
    }

    /** Every fiftieth row bad, every hundredth, beginning with line 25, rejected. */
    private static ListSource mixed(long count) {
        return ListSource.of(
                count,
                line -> line % 50 == 0
                        ? new Row.Bad(line, BadRowReason.MALFORMED_JSON, "text of " + line)
                        : ListSource.message(line, line % 100 == 25 ? "Odd" : "Fine", 150));
    }

    private Path only(String suffix) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private LoadReport load(URI collector, EventSource source) throws InterruptedException {
        return new Loader(options(collector, 4, ENOUGH_PATIENCE), pauses::add).load(source, Progress.silent());
    }

    private LoaderOptions options(URI collector, int connections, Duration patience) {
        return new LoaderOptions(collector, "key", connections, 100, folder, patience);
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
