package io.clientele.campaign.channel;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.clientele.database.Database;
import io.clientele.rounds.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Claims what is due and sends it. Each destination has a number of places of its own: one that is slow fills its own and
 * nobody else's.
 */
@ApplicationScoped
class Dispatcher {

    private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);

    /** While there is more to deliver than places to deliver it from. */
    private static final Duration BUSY = Duration.ofMillis(20);

    private final Database database;
    private final Attempts attempts;
    private final DeliveryConfig config;
    private final Map<Destination, AtomicInteger> underWay = new ConcurrentHashMap<>();
    private final Rounds rounds;

    Dispatcher(Database database, Attempts attempts, DeliveryConfig config) {
        if (config.lease().compareTo(config.timeout().multipliedBy(2)) <= 0) {
            throw new ConfigurationException(
                    "clientele.delivery.lease must be longer than twice clientele.delivery.timeout:"
                            + " else a message is sent again while it is on its way.");
        }
        this.database = database;
        this.attempts = attempts;
        this.config = config;
        this.rounds = new Rounds("delivering messages", config.beat(), LONGEST_RETRY, this::round);
    }

    void start(@Observes StartupEvent started) {
        if (config.enabled()) {
            rounds.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    private Uni<Duration> round() {
        return database.onConnection(DeliveryStore::due)
                .flatMap(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(this::fill)
                        .collect()
                        .asList()
                        .map(filled -> filled.contains(true) ? BUSY : config.beat()));
    }

    /** Claims as much for a destination as it has places; answers whether there may be more. */
    private Uni<Boolean> fill(Destination destination) {
        AtomicInteger places = underWay.computeIfAbsent(destination, _ -> new AtomicInteger());
        int free = config.inFlight() - places.get();
        if (free <= 0) {
            return Uni.createFrom().item(true);
        }
        return database.inTransaction(
                        transaction -> DeliveryStore.claim(transaction, destination, free, config.lease()))
                .invoke(claimed -> claimed.forEach(message -> begin(message, places)))
                .map(claimed -> !claimed.isEmpty());
    }

    private void begin(Message message, AtomicInteger places) {
        places.incrementAndGet();
        attempts.make(message)
                .onTermination()
                .invoke(places::decrementAndGet)
                .subscribe()
                .with(_ -> {}, _ -> {});
    }
}
