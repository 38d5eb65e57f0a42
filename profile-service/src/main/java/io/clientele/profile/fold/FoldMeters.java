package io.clientele.profile.fold;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;

/** How the fold gets on, for operators. */
@ApplicationScoped
class FoldMeters {

    private final MeterRegistry registry;
    private final Counter events;
    private final Counter poison;
    private final Map<Integer, AtomicLong> behind = new ConcurrentHashMap<>();

    FoldMeters(MeterRegistry registry) {
        this.registry = registry;
        this.events = registry.counter("clientele.fold.events");
        this.poison = registry.counter("clientele.fold.poison");
    }

    /**
     * A page was folded.
     *
     * @param positions how many positions of the shard were behind it
     */
    void folded(int shard, int foldedEvents, int setAside, long positions) {
        events.increment(foldedEvents);
        poison.increment(setAside);
        gauge(shard).set(positions);
    }

    /** Positions behind the last page of each shard that this instance folded. */
    Map<Integer, AtomicLong> behind() {
        return behind;
    }

    private AtomicLong gauge(int shard) {
        return behind.computeIfAbsent(shard, key -> {
            AtomicLong value = new AtomicLong();
            registry.gauge("clientele.fold.behind", Tags.of(Tag.of("shard", key.toString())), value);
            return value;
        });
    }
}
