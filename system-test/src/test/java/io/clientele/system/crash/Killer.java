package io.clientele.system.crash;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * Kills one thing again and again and brings it back each time: when so many events are acknowledged, as a random number
 * says, and once more after all are.
 */
final class Killer implements Callable<@Nullable Void> {

    private static final int MOST_MILLIS = 1_500;

    private final String name;
    private final Acknowledged acknowledged;
    private final List<String> diary;
    private final Runnable kill;
    private final Restart restart;
    private final Random random;
    private final int[] moments;

    /** Brings a victim back. */
    interface Restart {
        void run() throws InterruptedException;
    }

    private Killer(Builder builder, String name, int kills, Runnable kill, Restart restart) {
        this.name = name;
        this.acknowledged = builder.acknowledged;
        this.diary = builder.diary;
        this.kill = kill;
        this.restart = restart;
        this.random = new Random(builder.random.nextLong());
        this.moments = IntStream.concat(
                        random.ints(kills - 1, builder.events / 20, builder.events), IntStream.of(builder.events))
                .sorted()
                .toArray();
    }

    /** Makes killers whose moments hang on one seed, and who write one diary. */
    static final class Builder {

        private final Random random;
        private final int events;
        private final Acknowledged acknowledged;
        private final List<String> diary = new CopyOnWriteArrayList<>();

        Builder(Random random, int events, Acknowledged acknowledged) {
            this.random = random;
            this.events = events;
            this.acknowledged = acknowledged;
        }

        Killer of(String name, int kills, Runnable kill, Restart restart) {
            return new Killer(this, name, kills, kill, restart);
        }

        /** Who was killed when. */
        List<String> diary() {
            return diary;
        }
    }

    @Override
    public @Nullable Void call() throws InterruptedException {
        for (int moment : moments) {
            acknowledged.await(moment);
            // A random moment is what is tested, and a random time without it: there is no condition to wait for.
            Thread.sleep(random.nextLong(MOST_MILLIS));
            diary.add(LocalTime.now(ZoneOffset.UTC) + " " + name);
            kill.run();
            Thread.sleep(random.nextLong(MOST_MILLIS));
            restart.run();
        }
        return null;
    }
}
