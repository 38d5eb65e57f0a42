package io.clientele.funnel.store;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the indices stand. */
@Readiness
@ApplicationScoped
class StoreReadiness implements HealthCheck {

    private final EventIndices indices;

    StoreReadiness(EventIndices indices) {
        this.indices = indices;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("event indices");
        return indices.standing()
                ? answer.up().build()
                : answer.down().withData("obstacle", indices.obstacle()).build();
    }
}
