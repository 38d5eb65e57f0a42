package io.clientele.campaign.rehearsal;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.clientele.campaign.decision.DecisionRehearsals;
import io.clientele.campaign.definition.CampaignState;
import io.clientele.campaign.definition.Campaigns;
import io.clientele.campaign.definition.StoredCampaign;
import io.clientele.campaign.trigger.PastMembers;
import io.clientele.database.Database;
import io.clientele.edge.CodedException;
import io.clientele.rounds.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;

/** Makes dry runs while the service runs, one at a time. One that an instance left half done is begun anew by whichever takes it up. */
@ApplicationScoped
class DryRunning {

    private static final Logger LOG = Logger.getLogger(DryRunning.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final String owner = UUID.randomUUID().toString();
    private final Database database;
    private final Campaigns campaigns;
    private final PastEvents events;
    private final PastMembers members;
    private final DecisionRehearsals decisions;
    private final DryRunConfig config;
    private final Rounds rounds;

    DryRunning(
            Database database,
            Campaigns campaigns,
            PastEvents events,
            PastMembers members,
            DecisionRehearsals decisions,
            DryRunConfig config) {
        this.database = database;
        this.campaigns = campaigns;
        this.events = events;
        this.members = members;
        this.decisions = decisions;
        this.config = config;
        this.rounds = new Rounds("making dry runs", config.beat(), LONGEST_PAUSE, this::round);
    }

    void start(@Observes StartupEvent started) {
        if (config.enabled()) {
            rounds.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    /** It was cancelled, or another instance is at it. */
    private static final class NoLongerOurs extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoLongerOurs() {
            super("another instance is at it, or nobody is to be", null, false, false);
        }
    }

    /** Makes the next one; gives the pause until the one after it. */
    Uni<Duration> round() {
        return database.onConnection(connection -> DryRunStore.claim(connection, owner, config.lease()))
                .chain(claimed -> claimed.isEmpty()
                        ? Uni.createFrom().item(config.beat())
                        : make(claimed.get()).replaceWith(Duration.ZERO));
    }

    private Uni<Void> make(StoredDryRun dryRun) {
        if (dryRun.attempts() > config.attempts()) {
            LOG.errorf("The dry run %s was begun too often without coming to an end", dryRun.id());
            return fail(dryRun, DryRunProblem.FAULT);
        }
        return campaigns
                .version(dryRun.campaign(), dryRun.version())
                .map(found -> asIfRunning(found.orElseThrow(), dryRun))
                .chain(campaign -> rehearse(dryRun, campaign))
                .onFailure(NoLongerOurs.class)
                .recoverWithNull()
                .onFailure(Rehearsal.TooManyEntries.class)
                .recoverWithUni(() -> fail(dryRun, DryRunProblem.TOO_MUCH_TO_READ))
                .onFailure(failure -> dryRun.attempts() >= config.attempts())
                .recoverWithUni(failure -> giveUp(dryRun, failure));
    }

    private static StoredCampaign asIfRunning(StoredCampaign campaign, StoredDryRun dryRun) {
        return new StoredCampaign(
                campaign.input(),
                campaign.definition().withoutDates(),
                campaign.version(),
                CampaignState.RUNNING,
                Optional.of(dryRun.from()),
                campaign.changedAt(),
                campaign.changedBy());
    }

    private Uni<Void> rehearse(StoredDryRun dryRun, StoredCampaign campaign) {
        PastEvents.Wanted wanted =
                new PastEvents.Wanted(campaign.definition().decidingEvents(), dryRun.from(), dryRun.to());
        return size(wanted)
                .chain(size -> size > config.mostEvents()
                        ? fail(dryRun, DryRunProblem.TOO_MUCH_TO_READ)
                        : decisions
                                .begin(campaign)
                                .chain(deciding -> new Rehearsal(
                                                campaign, wanted, events, members, deciding, config.mostEvents())
                                        .run(progress -> goOn(dryRun, progress))
                                        .map(done -> DryRunResult.of(
                                                deciding.decided(),
                                                campaign.definition().currency()))
                                        .chain(result -> database.onConnection(connection ->
                                                DryRunStore.done(connection, dryRun.id(), owner, result)))));
    }

    private Uni<Long> size(PastEvents.Wanted wanted) {
        return wanted.names().isEmpty() ? Uni.createFrom().item(0L) : events.count(wanted, config.mostEvents() + 1);
    }

    private Uni<Void> goOn(StoredDryRun dryRun, double progress) {
        return database.onConnection(
                        connection -> DryRunStore.goOn(connection, dryRun.id(), owner, config.lease(), progress))
                .invoke(ours -> {
                    if (!ours) {
                        throw new NoLongerOurs();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> giveUp(StoredDryRun dryRun, Throwable failure) {
        LOG.errorf(failure, "The dry run %s failed %d times", dryRun.id(), dryRun.attempts());
        return fail(dryRun, failure instanceof CodedException ? DryRunProblem.UNAVAILABLE : DryRunProblem.FAULT);
    }

    private Uni<Void> fail(StoredDryRun dryRun, DryRunProblem problem) {
        return database.onConnection(connection -> DryRunStore.failed(connection, dryRun.id(), owner, problem));
    }
}
