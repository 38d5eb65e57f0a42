package io.clientele.profile.fold;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.clientele.database.Database;
import io.clientele.profile.customer.Customers;
import io.clientele.profile.customer.IdentityLock;
import io.clientele.rounds.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;

/**
 * Computes customers anew whose answers change by time alone, and measures the value scale on a beat of its own. Instances
 * share the work row by row.
 */
@ApplicationScoped
class Reviewer {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Database database;
    private final Customers customers;
    private final FoldConfig config;
    private final Rounds reviews;
    private final Rounds measurements;

    Reviewer(Database database, Customers customers, FoldConfig config) {
        this.database = database;
        this.customers = customers;
        this.config = config;
        this.reviews = new Rounds("reviewing customers", FIRST_PAUSE, LONGEST_PAUSE, this::review);
        this.measurements = new Rounds("measuring the value scale", FIRST_PAUSE, LONGEST_PAUSE, this::measure);
    }

    void start(@Observes StartupEvent started) {
        if (config.enabled()) {
            reviews.start();
            measurements.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        reviews.stop();
        measurements.stop();
    }

    /** Reviews what is due, and comes again at once if there may be more. */
    Uni<Duration> review() {
        return database.inTransaction(transaction -> IdentityLock.shared(transaction)
                        .chain(() -> customers.review(transaction, config.reviewCustomers())))
                .map(reviewed -> reviewed < config.reviewCustomers() ? config.reviewEvery() : Duration.ZERO);
    }

    /** Measures the scale. */
    Uni<Duration> measure() {
        return database.inTransaction(customers::measure).replaceWith(config.measureEvery());
    }
}
