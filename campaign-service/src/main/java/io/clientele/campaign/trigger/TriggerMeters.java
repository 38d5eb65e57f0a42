package io.clientele.campaign.trigger;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.consumer.FeedProgress;
import io.clientele.consumer.ShardPage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;

/** How triggers get on, for operators. */
@ApplicationScoped
class TriggerMeters implements FeedProgress {

    private final MeterRegistry registry;
    private final Counter events;
    private final Counter poison;
    private final Map<Integer, AtomicLong> behind = new ConcurrentHashMap<>();

    TriggerMeters(MeterRegistry registry) {
        this.registry = registry;
        this.events = registry.counter("clientele.trigger.events");
        this.poison = registry.counter("clientele.trigger.poison");
    }

    @Override
    public void done(ShardPage page, int customers) {
        events.increment(page.delivered().size());
        poison.increment(page.poison().size());
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
    public void setAside() {
        poison.increment();
    }

    /** Positions behind the last page of each shard that this instance read. */
    Map<Integer, AtomicLong> behind() {
        return behind;
    }

    private AtomicLong gauge(int shard) {
        return behind.computeIfAbsent(shard, key -> {
            AtomicLong value = new AtomicLong();
            registry.gauge("clientele.trigger.behind", Tags.of(Tag.of("shard", key.toString())), value);
            return value;
        });
    }
}
