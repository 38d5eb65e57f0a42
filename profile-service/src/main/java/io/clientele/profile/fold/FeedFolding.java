package io.clientele.profile.fold;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

import io.clientele.consumer.FeedConsumer;
import io.clientele.contract.feed.FeedClient;
import io.clientele.database.Database;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Folds the feed while the service runs, and tells operators how it gets on. A feed that is away does not make the service
 * unready: it answers from what it knows.
 */
@Readiness
@ApplicationScoped
class FeedFolding implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(FeedFolding.class);

    private final FoldConfig config;
    private final FoldMeters meters;
    private final FeedConsumer consumer;

    FeedFolding(Database database, FeedClient client, Folding folding, FoldConfig config, FoldMeters meters) {
        this.config = config;
        this.meters = meters;
        this.consumer = new FeedConsumer(
                UUID.randomUUID().toString(), database, client, folding.pages(), config.settings(), meters);
    }

    void start(@Observes StartupEvent started) {
        if (config.enabled()) {
            consumer.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (config.enabled()) {
            consumer.stop()
                    .subscribe()
                    .with(
                            done -> LOG.debug("The shards are given up"),
                            failure -> LOG.debugf("The shards will be free after the lease: %s", failure.getMessage()));
        }
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("feed").up().withData("enabled", config.enabled());
        consumer.held().stream()
                .sorted()
                .forEach(shard -> answer.withData(
                        "shard " + shard + " behind",
                        meters.behind().containsKey(shard)
                                ? meters.behind().get(shard).get()
                                : -1));
        consumer.obstacles()
                .forEach((shard, obstacle) ->
                        answer.withData(shard < 0 ? "obstacle" : "shard " + shard + " obstacle", obstacle));
        return answer.build();
    }
}
