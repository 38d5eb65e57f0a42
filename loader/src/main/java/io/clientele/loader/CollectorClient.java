package io.clientele.loader;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.OptionalLong;

import io.clientele.loader.source.LoadFailure;

/**
 * Sends batches to {@code POST /v1/batch} until they are answered. Sending a batch again is harmless, since the collector
 * knows every message by its id.
 */
final class CollectorClient implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    /** Longer than a collector takes for a batch on a slow disk; a lost answer costs no more than this. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);

    private final URI batchAddress;
    private final String authorization;
    private final Patience patience;
    private final Progress progress;
    private final HttpClient http;

    CollectorClient(LoaderOptions options, Patience patience, Progress progress) {
        this.batchAddress = batchAddress(options.collector());
        this.authorization = "Basic "
                + Base64.getEncoder().encodeToString((options.writeKey() + ":").getBytes(StandardCharsets.UTF_8));
        this.patience = patience;
        this.progress = progress;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
    }

    private static URI batchAddress(URI collector) {
        String base = collector.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/v1/batch");
    }

    /**
     * Send a batch, again and again as long as the collector asks to wait or cannot be reached.
     *
     * @throws LoadFailure {@code collector_refused}, {@code collector_unavailable}, {@code collector_answer_unreadable}
     */
    Answer send(Batch batch) throws InterruptedException {
        if (batch.messages().isEmpty()) {
            return Answer.NOTHING;
        }
        HttpRequest request = request(batch);
        int attempt = 0;
        while (true) {
            switch (attempt(request)) {
                case Outcome.Answered(byte[] body) -> {
                    Answer answer = AnswerReader.answer(body, batch.messages().size());
                    patience.answered();
                    return answer;
                }
                case Outcome.Refused(String why) ->
                    throw new LoadFailure(
                            LoadFailure.Code.COLLECTOR_REFUSED, "The collector " + batchAddress + " answered " + why);
                case Outcome.Later(OptionalLong seconds, String why) -> pause(attempt++, seconds, why);
            }
        }
    }

    private HttpRequest request(Batch batch) {
        return HttpRequest.newBuilder(batchAddress)
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .timeout(ANSWER_TIMEOUT)
                .POST(HttpRequest.BodyPublishers.ofByteArray(batch.body()))
                .build();
    }

    private Outcome attempt(HttpRequest request) throws InterruptedException {
        try {
            return Outcome.of(http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            String message = e.getMessage();
            return new Outcome.Later(
                    OptionalLong.empty(), e.getClass().getSimpleName() + (message == null ? "" : ": " + message));
        }
    }

    private void pause(int attempt, OptionalLong seconds, String why) throws InterruptedException {
        if (patience.exhausted()) {
            throw new LoadFailure(
                    LoadFailure.Code.COLLECTOR_UNAVAILABLE,
                    "The collector " + batchAddress + " has accepted nothing for "
                            + patience.sinceAnswer().toSeconds() + " s; last: " + why);
        }
        Duration pause = seconds.isPresent()
                ? patience.demanded(Duration.ofSeconds(seconds.getAsLong()))
                : patience.afterAttempt(attempt);
        progress.waiting(pause, why);
        patience.sleep(pause);
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
