package io.clientele.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Sends prepared requests over a fixed number of connections, each taking the next when its last is answered. */
final class Requests {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int connections;

    Requests(int connections) {
        this.connections = connections;
    }

    /** A request's answer, as it came. */
    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    static HttpRequest.Builder to(URI address, String contentType) {
        return HttpRequest.newBuilder(address).timeout(TIMEOUT).header("Content-Type", contentType);
    }

    /**
     * Sends all, in order, and waits for every answer.
     *
     * @param good whether an answer is the one that was expected; the first other one ends the benchmark
     * @return the time from the first request to the last answer
     */
    Duration sendAll(List<HttpRequest> requests, Predicate<HttpResponse<String>> good)
            throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        long begin = System.nanoTime();
        try (ExecutorService workers =
                Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory())) {
            List<Future<Integer>> done = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                done.add(workers.submit(() -> work(requests, next, good)));
            }
            for (Future<Integer> worker : done) {
                worker.get();
            }
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private int work(List<HttpRequest> requests, AtomicInteger next, Predicate<HttpResponse<String>> good)
            throws IOException, InterruptedException {
        int sent = 0;
        for (int i = next.getAndIncrement(); i < requests.size(); i = next.getAndIncrement()) {
            HttpResponse<String> answer = send(requests.get(i));
            if (!good.test(answer)) {
                throw new IllegalStateException(
                        requests.get(i).uri() + " answers " + answer.statusCode() + ": " + excerpt(answer.body()));
            }
            sent++;
        }
        return sent;
    }

    private static String excerpt(String body) {
        return body.length() <= 500 ? body : body.substring(0, 500) + "…";
    }
}
