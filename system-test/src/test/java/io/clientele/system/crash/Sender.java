package io.clientele.system.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.Event;
import io.clientele.system.ServiceStack;

/**
 * Sends events to the public interface as a shop does: in batches, each again and again until all its events are
 * acknowledged, and some of them once more after that.
 */
final class Sender implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BATCH = 40;
    private static final int THREADS = 3;

    /** One batch in so many is sent again though it was acknowledged. */
    private static final int REPEATED = 8;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS);
    private final URI address;
    private final String authorization;
    private int acknowledged;

    Sender(URI funnel) {
        this.address = funnel.resolve("/v1/batch");
        this.authorization = "Basic "
                + Base64.getEncoder().encodeToString((ServiceStack.WRITE_KEY + ":").getBytes(StandardCharsets.UTF_8));
    }

    /** Sends all, evenly over a time or longer; what is to be waited for ends when they are acknowledged. */
    List<Future<?>> send(List<Event> events, Duration over, Random random) {
        List<Future<?>> all = new ArrayList<>();
        int batches = (events.size() + BATCH - 1) / BATCH;
        for (int batch = 0; batch < batches; batch++) {
            List<Event> part = events.subList(batch * BATCH, Math.min(events.size(), (batch + 1) * BATCH));
            String body = body(part);
            boolean again = random.nextInt(REPEATED) == 0;
            long after = over.toMillis() * batch / batches;
            all.add(threads.schedule(
                    () -> {
                        deliver(body, part.size());
                        acknowledged(part.size());
                        return again ? deliver(body, part.size()) : part.size();
                    },
                    after,
                    TimeUnit.MILLISECONDS));
        }
        return all;
    }

    /** Returns when so many events are acknowledged. */
    synchronized void awaitAcknowledged(int events) throws InterruptedException {
        while (acknowledged < events) {
            wait();
        }
    }

    private synchronized void acknowledged(int events) {
        acknowledged += events;
        notifyAll();
    }

    private static String body(List<Event> events) {
        ObjectNode body = JSON.createObjectNode();
        events.forEach(event -> body.withArray("batch").add(SegmentMessage.of(event)));
        return body.toString();
    }

    private int deliver(String body, int events) throws InterruptedException, IOException {
        while (true) {
            HttpResponse<String> answer = tryOnce(body);
            if (answer != null && answer.statusCode() == 200) {
                JsonNode counts = JSON.readTree(answer.body());
                int acknowledged = counts.path("accepted").asInt()
                        + counts.path("duplicate").asInt();
                if (acknowledged != events) {
                    throw new AssertionError("not all events were taken: " + answer.body());
                }
                return acknowledged;
            }
            if (answer != null && answer.statusCode() != 503 && answer.statusCode() != 429) {
                throw new AssertionError(answer.statusCode() + " " + answer.body());
            }
            // A client that was told to come again, or nothing, comes again after a while.
            Thread.sleep(100);
        }
    }

    private @Nullable HttpResponse<String> tryOnce(String body) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(20))
                    .header("Content-Type", "application/json")
                    .header("Authorization", authorization)
                    .POST(BodyPublishers.ofString(body))
                    .build();
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException away) {
            return null;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.shutdownNow();
    }
}
