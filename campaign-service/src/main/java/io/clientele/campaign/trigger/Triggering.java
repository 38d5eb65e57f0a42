package io.clientele.campaign.trigger;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

import io.clientele.consumer.FeedConsumer;
import io.clientele.contract.feed.FeedClient;
import io.clientele.database.Database;
import io.clientele.rounds.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;

/** Reads every source of triggers while the service runs, and tells operators how it gets on. */
@Readiness
@ApplicationScoped
class Triggering implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(Triggering.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final TriggerConfig config;
    private final TriggerMeters meters;
    private final FeedConsumer feed;
    private final List<Rounds> rounds;

    Triggering(
            Database database,
            FeedClient client,
            FeedPages pages,
            Memberships memberships,
            Schedules schedules,
            Silences silences,
            TriggerConfig config,
            TriggerMeters meters,
            FeedLevel level) {
        this.config = config;
        this.meters = meters;
        this.feed = new FeedConsumer(
                UUID.randomUUID().toString(), database, client, pages.pages(), config.settings(), level);
        this.rounds = List.of(
                rounds("telling how far the feed is read", level::round),
                rounds("reading memberships", memberships::round),
                rounds("enrolling by schedules", schedules::round),
                rounds("enrolling the silent", silences::round));
    }

    private static Rounds rounds(String what, Supplier<Uni<Duration>> round) {
        return new Rounds(what, FIRST_PAUSE, LONGEST_PAUSE, round);
    }

    void start(@Observes StartupEvent started) {
        if (config.enabled()) {
            feed.start();
            rounds.forEach(Rounds::start);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (config.enabled()) {
            rounds.forEach(Rounds::stop);
            feed.stop()
                    .subscribe()
                    .with(
                            done -> LOG.debug("The shards are given up"),
                            failure -> LOG.debugf("The shards will be free after the lease: %s", failure.getMessage()));
        }
    }

    /** A source that is away does not make the service unready: it answers from what it knows, and catches up. */
    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("triggers").up().withData("enabled", config.enabled());
        meters.behind().forEach((shard, behind) -> answer.withData("shard " + shard + " behind", behind.get()));
        feed.obstacles()
                .forEach((shard, obstacle) ->
                        answer.withData(shard < 0 ? "obstacle" : "shard " + shard + " obstacle", obstacle));
        for (Rounds one : rounds) {
            String obstacle = one.obstacle();
            if (obstacle != null) {
                answer.withData(one.what(), obstacle);
            }
        }
        return answer.build();
    }
}
