package io.clientele.campaign.decision;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.clientele.consumer.Faults;
import io.clientele.rounds.Rounds;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;

/** Decides about what is due while the service runs. */
@ApplicationScoped
class Decisions {

    private static final Logger LOG = Logger.getLogger(Decisions.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final DecisionRound round;
    private final DecisionConfig config;
    private final Counter decided;
    private final Counter setAside;
    private final Rounds rounds;

    /** One round at a time changes it. */
    private int batch;

    Decisions(DecisionRound round, DecisionConfig config, MeterRegistry registry) {
        this.round = round;
        this.config = config;
        this.decided = registry.counter("clientele.decision.enrolments");
        this.setAside = registry.counter("clientele.decision.set.aside");
        this.batch = config.batch();
        this.rounds = new Rounds("deciding about enrolments", FIRST_PAUSE, LONGEST_PAUSE, this::round);
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
        return round.run(batch)
                .invoke(taken -> decided.increment(taken))
                .map(taken -> {
                    Duration pause = taken == batch ? Duration.ZERO : config.beat();
                    batch = config.batch();
                    return pause;
                })
                .onFailure(Faults::ofEvents)
                .recoverWithUni(this::smaller);
    }

    /** A batch that fails on what is in it is decided about by halves, down to the enrolment that it fails on. */
    private Uni<Duration> smaller(Throwable fault) {
        if (batch > 1) {
            batch = batch / 2;
            return Uni.createFrom().item(Duration.ZERO);
        }
        LOG.errorf(fault, "An enrolment cannot be decided about, and waits for an hour");
        setAside.increment();
        batch = config.batch();
        return round.setAside().replaceWith(Duration.ZERO);
    }
}
