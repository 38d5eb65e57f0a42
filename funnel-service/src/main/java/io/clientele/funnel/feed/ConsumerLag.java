package io.clientele.funnel.feed;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;

/**
 * Shows operators who is behind: as gauge {@code clientele.feed.behind} by consumer, and under {@code /q/health/well}. A
 * consumer that is behind is no fault of this service, so the check is up whenever it could be measured.
 */
@Wellness
@ApplicationScoped
class ConsumerLag implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(ConsumerLag.class);

    private final ConsumerProgress progress;
    private final MultiGauge gauge;
    private volatile List<ConsumerProgress.Progress> measured = List.of();
    private volatile String obstacle = "";

    ConsumerLag(ConsumerProgress progress, MeterRegistry registry) {
        this.progress = progress;
        this.gauge = MultiGauge.builder("clientele.feed.behind")
                .description("Positions of the feed that a consumer has not committed")
                .register(registry);
    }

    @Scheduled(every = "${clientele.feed.measure-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return progress.now()
                .invoke(this::show)
                .onFailure(FeedRefusal.class)
                .recoverWithItem(failure -> {
                    LOG.debugf("How far consumers are is measured on the next beat: %s", failure.getMessage());
                    obstacle = String.valueOf(failure.getMessage());
                    return List.of();
                })
                .replaceWithVoid();
    }

    private void show(List<ConsumerProgress.Progress> all) {
        measured = all;
        obstacle = "";
        gauge.register(
                all.stream()
                        .<MultiGauge.Row<?>>map(one -> MultiGauge.Row.of(Tags.of("consumer", one.name()), one.behind()))
                        .toList(),
                true);
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("feed consumers");
        measured.forEach(one -> answer.withData(one.name() + " is behind by", one.behind()));
        return obstacle.isEmpty()
                ? answer.up().build()
                : answer.down().withData("obstacle", obstacle).build();
    }
}
