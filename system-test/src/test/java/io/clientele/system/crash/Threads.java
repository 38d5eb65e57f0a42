package io.clientele.system.crash;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;

import static org.awaitility.Awaitility.await;

/** Threads that end at once when one of them has failed. */
final class Threads implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    <T extends @Nullable Object> Future<T> submit(Callable<T> work) {
        return executor.submit(work);
    }

    /** Returns when all have ended well; one that fails is not waited out, since others may wait for it for ever. */
    static void awaitAll(List<Future<?>> all) throws Exception {
        await().atMost(PATIENCE)
                .until(() -> all.stream().allMatch(Future::isDone)
                        || all.stream().anyMatch(one -> one.state() == Future.State.FAILED));
        for (Future<?> one : all) {
            if (one.isDone()) {
                one.get();
            }
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
