package io.clientele.database;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the schema stands. */
@Readiness
@ApplicationScoped
class SchemaReadiness implements HealthCheck {

    private final Migration migration;

    SchemaReadiness(Migration migration) {
        this.migration = migration;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("PostgreSQL schema");
        return migration.standing()
                ? answer.up().build()
                : answer.down().withData("obstacle", migration.obstacle()).build();
    }
}
