package io.clientele.system.crash;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Sends what a crowd does, in lanes that keep each customer's order: no batch has two events of one customer, and the next
 * batch of a lane follows when the last is acknowledged. Some batches are sent again after that.
 */
final class Lanes implements AutoCloseable {

    private static final int LANES = 4;
    private static final int BATCH = 40;

    /** One batch in so many is sent again though it was acknowledged. */
    private static final int REPEATED = 8;

    private final ExecutorService threads = Executors.newFixedThreadPool(LANES);
    private final Acknowledged acknowledged = new Acknowledged();
    private final CountDownLatch waitsSent = new CountDownLatch(LANES);
    private final Collector collector;

    Lanes(URI funnel) {
        this.collector = new Collector(funnel);
    }

    Acknowledged acknowledged() {
        return acknowledged;
    }

    /** Sends who everybody is, at once. */
    void introduce(int customers) throws Exception {
        List<ObjectNode> all = Crowd.introductions(customers);
        for (int from = 0; from < all.size(); from += BATCH) {
            List<ObjectNode> part = all.subList(from, Math.min(from + BATCH, all.size()));
            collector.deliver(body(part), part.size());
        }
    }

    /** Sends each thing that is done when so much time has passed since; or later, if something is in the way. */
    List<Future<?>> send(Crowd crowd, Duration after, Random random) {
        List<Future<?>> all = new ArrayList<>();
        for (int lane = 0; lane < LANES; lane++) {
            List<List<Act>> waits = batches(crowd.rounds().subList(0, Crowd.ROUNDS_OF_WAITS), lane);
            List<List<Act>> others = batches(crowd.rounds().subList(Crowd.ROUNDS_OF_WAITS, Crowd.ROUNDS), lane);
            Random dice = new Random(random.nextLong());
            all.add(threads.submit(() -> {
                deliver(waits, after, dice);
                waitsSent.countDown();
                deliver(others, after, dice);
                return waits.size() + others.size();
            }));
        }
        return all;
    }

    /** Returns when the events of all waits are acknowledged. */
    void awaitWaits() throws InterruptedException {
        waitsSent.await();
    }

    private void deliver(List<List<Act>> batches, Duration after, Random dice) throws Exception {
        for (List<Act> batch : batches) {
            Instant due = batch.getLast().at().plus(after);
            Thread.sleep(Duration.ofMillis(
                    Math.max(0, Duration.between(Instant.now(), due).toMillis())));
            deliver(batch, dice.nextInt(REPEATED) == 0);
        }
    }

    private void deliver(List<Act> batch, boolean again) throws Exception {
        String body = body(batch.stream().map(Act::json).toList());
        collector.deliver(body, batch.size());
        acknowledged.add(batch.size());
        if (again) {
            collector.deliver(body, batch.size());
        }
    }

    private static List<List<Act>> batches(List<List<Act>> rounds, int lane) {
        List<List<Act>> batches = new ArrayList<>();
        for (List<Act> round : rounds) {
            List<Act> own = IntStream.range(0, round.size())
                    .filter(number -> number % LANES == lane)
                    .mapToObj(round::get)
                    .toList();
            for (int from = 0; from < own.size(); from += BATCH) {
                batches.add(own.subList(from, Math.min(from + BATCH, own.size())));
            }
        }
        return batches;
    }

    private static String body(List<ObjectNode> messages) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("batch").addAll(messages);
        return body.toString();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        collector.close();
    }
}
