package io.clientele.profile.rekey;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.clientele.profile.database.Database;
import io.clientele.profile.rekey.RekeyTasks.Leased;
import io.clientele.profile.rounds.FeedBacklog;
import io.clientele.profile.rounds.Gathering;
import io.clientele.profile.rounds.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Sends tasks until funnel-service has done them. */
@ApplicationScoped
class RekeySender {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private final Database database;
    private final RekeyClient client;
    private final RekeyConfig config;
    private final Gathering gathering;
    private final Rounds rounds;

    RekeySender(Database database, RekeyClient client, RekeyConfig config, FeedBacklog backlog) {
        this.gathering = new Gathering(backlog, config.linger());
        this.database = database;
        this.client = client;
        this.config = config;
        this.rounds = new Rounds("telling funnel-service of identity", FIRST_PAUSE, config.longestPause(), this::round);
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    /** Sends what is due, and comes again at once if there may be more. */
    Uni<Duration> round() {
        if (gathering.goesOn()) {
            return Uni.createFrom().item(config.every());
        }
        return database.inTransaction(transaction -> RekeyTasks.lease(
                        transaction, config.concurrent(), lease(config).toMillis()))
                .chain(leased -> Multi.createFrom()
                        .iterable(leased)
                        .onItem()
                        .transformToUniAndMerge(this::send)
                        .collect()
                        .asList()
                        .map(sent -> pause(leased)));
    }

    /** Longer than an answer may take: a task is never under way twice. */
    static Duration lease(RekeyConfig config) {
        return config.timeout().multipliedBy(2);
    }

    private Duration pause(List<Leased> leased) {
        boolean all = leased.size() < config.concurrent();
        gathering.done(all);
        return all ? config.every() : Duration.ZERO;
    }

    private Uni<Boolean> send(Leased leased) {
        return client.send(leased.task(), leased.decision())
                .chain(done -> database.inTransaction(transaction -> done
                                ? RekeyTasks.done(transaction, leased)
                                : RekeyTasks.again(transaction, leased, 0, null))
                        .replaceWith(done))
                .onFailure(RekeyFailure.class)
                .recoverWithUni(failure -> database.inTransaction(transaction ->
                                RekeyTasks.again(transaction, leased, pause(leased), failure.getMessage()))
                        .replaceWith(false));
    }

    private long pause(Leased leased) {
        long doubled = FIRST_PAUSE.toMillis() << Math.min(leased.attempts(), 20);
        return Math.min(doubled, config.longestPause().toMillis());
    }
}
