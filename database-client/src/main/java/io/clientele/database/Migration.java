package io.clientele.database;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;
import org.postgresql.ds.PGSimpleDataSource;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * Brings the schema up to this version, and tries for as long as PostgreSQL is not there. Flyway speaks JDBC, which blocks:
 * it has a thread of the worker pool to itself until it is done.
 */
@ApplicationScoped
class Migration {

    private static final Logger LOG = Logger.getLogger(Migration.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(250);
    private static final Duration LAST_RETRY = Duration.ofSeconds(5);
    private static final int CONNECT_SECONDS = 5;
    private static final String PREFIX = "vertx-reactive:";

    private final String url;
    private final String username;
    private final String password;
    private volatile boolean standing;
    private volatile String obstacle = "the schema has not been looked at yet";

    Migration(
            @ConfigProperty(name = "quarkus.datasource.reactive.url") List<String> urls,
            @ConfigProperty(name = "quarkus.datasource.username") String username,
            @ConfigProperty(name = "quarkus.datasource.password", defaultValue = " ") String password) {
        String first = urls.getFirst();
        this.url = first.startsWith(PREFIX) ? first.substring(PREFIX.length()) : first;
        this.username = username;
        this.password = password.strip();
    }

    void start(@Observes StartupEvent started) {
        Uni.createFrom()
                .item(this::migrate)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure()
                .invoke(this::report)
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, LAST_RETRY)
                .indefinitely()
                .subscribe()
                .with(this::done, this::report);
    }

    /** Whether the schema is up to date. */
    boolean standing() {
        return standing;
    }

    /** Why it is not, in one sentence for operators. */
    String obstacle() {
        return obstacle;
    }

    private int migrate() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:" + url);
        source.setUser(username);
        source.setPassword(password);
        source.setConnectTimeout(CONNECT_SECONDS);
        return Flyway.configure(Migration.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                .load()
                .migrate()
                .migrationsExecuted;
    }

    private void done(int executed) {
        LOG.infof("The schema is up to date; migrations executed: %d", executed);
        standing = true;
    }

    private void report(Throwable failure) {
        Throwable told =
                failure instanceof FlywayException && failure.getCause() != null ? failure.getCause() : failure;
        String reason = url + ": " + told.getMessage();
        if (!reason.equals(obstacle)) {
            LOG.warnf("The schema is not up to date: %s", reason);
        }
        obstacle = reason;
    }
}
