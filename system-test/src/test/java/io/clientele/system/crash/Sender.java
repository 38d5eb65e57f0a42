package io.clientele.system.crash;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.Event;

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

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS);
    private final Acknowledged acknowledged = new Acknowledged();
    private final Collector collector;

    Sender(URI funnel) {
        this.collector = new Collector(funnel);
    }

    Acknowledged acknowledged() {
        return acknowledged;
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
                        collector.deliver(body, part.size());
                        acknowledged.add(part.size());
                        return again ? collector.deliver(body, part.size()) : part.size();
                    },
                    after,
                    TimeUnit.MILLISECONDS));
        }
        return all;
    }

    private static String body(List<Event> events) {
        ObjectNode body = JSON.createObjectNode();
        events.forEach(event -> body.withArray("batch").add(SegmentMessage.of(event)));
        return body.toString();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        collector.close();
    }
}
