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
    private final Counter pages;
    private final Counter events;
    private final Counter poison;
    private final Counter customers;
    private final Map<Integer, AtomicLong> behind = new ConcurrentHashMap<>();

    FoldMeters(MeterRegistry registry) {
        this.registry = registry;
        this.pages = registry.counter("clientele.fold.pages");
        this.events = registry.counter("clientele.fold.events");
        this.poison = registry.counter("clientele.fold.poison");
        this.customers = registry.counter("clientele.fold.customers");
    }

    /** A page was folded, which touched so many customers. */
    void folded(PageOfShard page, int touchedCustomers) {
        pages.increment();
        events.increment(page.events().size());
        poison.increment(page.poison().size());
        customers.increment(touchedCustomers);
    }

    /** So many positions of a shard are behind its last page. */
    void reached(int shard, long positions) {
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
