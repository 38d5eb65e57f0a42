package io.clientele.bench;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Collects events at a steady rate, each request at its time whether or not those before are answered. */
final class SteadySending {

    static final int REQUESTS_A_SECOND = 10;

    private final Requests requests;
    private final Collecting collecting;

    SteadySending(Requests requests, Collecting collecting) {
        this.requests = requests;
        this.collecting = collecting;
    }

    /**
     * What one request sends.
     *
     * @param watched names of what comes of its messages
     */
    record Part(List<byte[]> messages, List<String> watched) {}

    /**
     * The times from the answer of each request to the moment at which what comes of it was seen first.
     *
     * @param before requests that are not measured
     * @param measured requests after them
     * @param parts of these requests, by their numbers from 0; each is made when it is due
     * @param watch tells when what was seen first, by its name, in nanoseconds as {@link System#nanoTime} counts them
     */
    Times measure(int before, int measured, IntFunction<Part> parts, Callable<Map<String, Long>> watch)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Map<String, Long>> watching = threads.submit(watch);
            List<Future<Map<String, Long>>> sent = new ArrayList<>();
            long begin = System.nanoTime();
            for (int number = 0; number < before + measured; number++) {
                long due = begin
                        + Duration.ofSeconds(1).dividedBy(REQUESTS_A_SECOND).toNanos() * number;
                Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
                sent.add(threads.submit(request(parts.apply(number))));
            }
            acknowledged(sent.subList(0, before));
            return between(acknowledged(sent.subList(before, sent.size())), watching.get());
        }
    }

    private static Map<String, Long> acknowledged(List<Future<Map<String, Long>>> sent)
            throws InterruptedException, ExecutionException {
        Map<String, Long> acknowledged = new HashMap<>();
        for (Future<Map<String, Long>> request : sent) {
            acknowledged.putAll(request.get());
        }
        return acknowledged;
    }

    private static Times between(Map<String, Long> acknowledged, Map<String, Long> seen) {
        Times times = new Times();
        acknowledged.forEach((name, at) -> {
            Long then = seen.get(name);
            if (then == null) {
                throw new IllegalStateException("nothing came of " + name);
            }
            times.add(Duration.ofNanos(Math.max(0, then - at)));
        });
        return times;
    }

    /** A request that tells when what is watched was acknowledged. */
    private Callable<Map<String, Long>> request(Part part) {
        byte[] body =
                new Messages(part.messages()).batches(part.messages().size()).getFirst();
        return () -> {
            HttpResponse<String> answer = requests.send(collecting.request(body));
            long now = System.nanoTime();
            if (!Collecting.took(answer)) {
                throw new IllegalStateException("collection answers " + answer.statusCode() + ": " + answer.body());
            }
            Map<String, Long> acknowledged = new HashMap<>();
            part.watched().forEach(name -> acknowledged.put(name, now));
            return acknowledged;
        };
    }
}
