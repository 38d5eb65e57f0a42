package io.clientele.profile.rekey;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.clientele.database.Database;
import io.clientele.profile.rekey.RekeyLeases.Leased;
import io.clientele.profile.rekey.RekeyLeases.Settled;
import io.clientele.rounds.FeedBacklog;
import io.clientele.rounds.Linger;
import io.clientele.rounds.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;

/**
 * Sends tasks, many a request, until funnel-service has done them. A task that fails is sent again after a pause of its own
 * and holds up no other; while funnel-service is away all pause together. After a request that came to nothing the next
 * one has a single task, and then twice as many each time: so nobody is asked for much who is hardly back, and a task on
 * which a whole request fails does not take the others with it for long.
 */
@ApplicationScoped
class RekeySender {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private final Database database;
    private final RekeyClient client;
    private final RekeyConfig config;
    private final Linger linger;
    private final Rounds rounds;

    /** Most tasks of the next request. */
    private volatile int most;

    RekeySender(Database database, RekeyClient client, RekeyConfig config, FeedBacklog backlog) {
        this.linger = new Linger(backlog, config.linger());
        this.database = database;
        this.client = client;
        this.config = config;
        this.most = config.requestTasks();
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
        if (linger.goesOn()) {
            return Uni.createFrom().item(config.every());
        }
        int limit = most;
        return database.inTransaction(transaction ->
                        RekeyLeases.lease(transaction, limit, lease(config).toMillis()))
                .chain(leased -> leased.isEmpty() ? Uni.createFrom().item(List.<RekeyOutcome>of()) : send(leased))
                .map(outcomes -> pause(outcomes, limit));
    }

    /** Longer than an answer may take: a task is never under way twice. */
    static Duration lease(RekeyConfig config) {
        return config.timeout().multipliedBy(2);
    }

    private Duration pause(List<RekeyOutcome> outcomes, int limit) {
        boolean all = outcomes.size() < limit && !outcomes.contains(new RekeyOutcome.Unfinished());
        linger.done(all);
        return all ? config.every() : Duration.ZERO;
    }

    private Uni<List<RekeyOutcome>> send(List<Leased> leased) {
        return client.send(leased)
                .invoke(answered -> most = Math.min(2 * most, config.requestTasks()))
                .onFailure(RekeyFailure.class)
                .call(failure -> putBack(leased, String.valueOf(failure.getMessage())))
                .call(outcomes -> database.inTransaction(
                        transaction -> RekeyLeases.settle(transaction, settled(leased, outcomes))));
    }

    private Uni<Void> putBack(List<Leased> leased, String failure) {
        most = 1;
        return database.inTransaction(transaction -> RekeyLeases.putBack(transaction, leased, failure));
    }

    private List<Settled> settled(List<Leased> leased, List<RekeyOutcome> outcomes) {
        List<Settled> settled = new ArrayList<>(leased.size());
        for (int i = 0; i < leased.size(); i++) {
            Leased task = leased.get(i);
            settled.add(
                    switch (outcomes.get(i)) {
                        case RekeyOutcome.Done _ -> new Settled(task, true, 0, null);
                        case RekeyOutcome.Unfinished _ -> new Settled(task, false, 0, null);
                        case RekeyOutcome.Failed failed -> new Settled(task, false, pause(task), failed.reason());
                    });
        }
        return settled;
    }

    private long pause(Leased leased) {
        long doubled = FIRST_PAUSE.toMillis() << Math.min(leased.attempts(), 20);
        return Math.min(doubled, config.longestPause().toMillis());
    }
}
