package io.clientele.profile.fold;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.consumer.FeedProgress;
import io.clientele.consumer.ShardPage;
import io.clientele.rounds.FeedBacklog;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;

/** How the fold gets on, for operators. */
@ApplicationScoped
class FoldMeters implements FeedBacklog, FeedProgress {

    /** Pages that wait for a shard, above which it takes some seconds at least to catch up. */
    private static final int MANY_PAGES = 10;

    private final MeterRegistry registry;
    private final long longBacklog;
    private final Counter pages;
    private final Counter events;
    private final Counter poison;
    private final Counter customers;
    private final Map<Integer, AtomicLong> behind = new ConcurrentHashMap<>();

    FoldMeters(MeterRegistry registry, FoldConfig config) {
        this.registry = registry;
        this.longBacklog = (long) MANY_PAGES * config.pageEvents();
        this.pages = registry.counter("clientele.fold.pages");
        this.events = registry.counter("clientele.fold.events");
        this.poison = registry.counter("clientele.fold.poison");
        this.customers = registry.counter("clientele.fold.customers");
    }

    @Override
    public void done(ShardPage page, int touchedCustomers) {
        pages.increment();
        events.increment(page.delivered().size());
        poison.increment(page.poison().size());
        customers.increment(touchedCustomers);
    }

    @Override
    public void reached(int shard, long positions) {
        gauge(shard).set(positions);
    }

    @Override
    public void left(int shard) {
        gauge(shard).set(0);
    }

    @Override
    public boolean isLong() {
        return behind.values().stream().anyMatch(positions -> positions.get() > longBacklog);
    }

    @Override
    public void setAside() {
        poison.increment();
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
