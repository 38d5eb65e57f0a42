package io.clientele.campaign.rehearsal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.definition.CampaignFailure;
import io.clientele.campaign.definition.Campaigns;
import io.clientele.campaign.definition.StoredCampaign;
import io.clientele.campaign.definition.Trigger;
import io.clientele.campaign.trigger.PastMembers;
import io.clientele.database.Database;
import io.clientele.database.Mutations;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Takes dry runs that are to be made, and tells of them. */
@ApplicationScoped
class DryRuns {

    private final Database database;
    private final Mutations mutations;
    private final Campaigns campaigns;
    private final PastMembers members;
    private final DryRunConfig config;
    private final Clock clock;

    DryRuns(
            Database database,
            Mutations mutations,
            Campaigns campaigns,
            PastMembers members,
            DryRunConfig config,
            Clock clock) {
        this.database = database;
        this.mutations = mutations;
        this.campaigns = campaigns;
        this.members = members;
        this.config = config;
        this.clock = clock;
    }

    /** Takes one; fails with every problem for which the campaign could not be launched, or with {@link DryRunFailure}. */
    Uni<StoredDryRun> start(DryRunInput input, String who) {
        return mutations
                .known(input.key())
                .chain(known -> known ? Uni.createFrom().item(0) : checked(input))
                .chain(version -> mutations.once(
                        input.key(),
                        "startDryRun",
                        List.of(
                                input.campaign(),
                                input.from().toString(),
                                input.to().toString()),
                        transaction -> take(transaction, input, who)))
                .chain(this::find)
                // One that is known by its key may be forgotten.
                .map(found -> found.orElseThrow(() -> new DryRunFailure.Unknown("input.key").exception()));
    }

    private Uni<Integer> checked(DryRunInput input) {
        refuseRange(input);
        return campaign(input).call(campaigns::refuseUnfit).map(StoredCampaign::version);
    }

    private void refuseRange(DryRunInput input) {
        if (!input.to().isAfter(input.from())) {
            throw new DryRunFailure.EmptyRange("input.to").exception();
        }
        if (input.to().isAfter(clock.instant())) {
            throw new DryRunFailure.Future("input.to").exception();
        }
        if (Duration.between(input.from(), input.to()).compareTo(config.longest()) > 0) {
            throw new DryRunFailure.TooLong("input.from", config.longest()).exception();
        }
    }

    private Uni<StoredCampaign> campaign(DryRunInput input) {
        return campaigns
                .find(input.campaign())
                .map(found ->
                        found.orElseThrow(() -> new CampaignFailure.UnknownCampaign("input.campaign").exception()))
                .invoke(campaign -> {
                    if (campaign.definition().trigger() instanceof Trigger.OnSegmentExit) {
                        throw new DryRunFailure.ExitsUnknown("input.campaign").exception();
                    }
                });
    }

    private Uni<String> take(SqlConnection transaction, DryRunInput input, String who) {
        String id = UUID.randomUUID().toString();
        return campaign(input)
                .chain(campaign -> DryRunStore.running(transaction)
                        .invoke(running -> {
                            if (running >= config.mostRunning()) {
                                throw new DryRunFailure.TooMany("input", config.mostRunning()).exception();
                            }
                        })
                        .chain(() ->
                                DryRunStore.forget(transaction, clock.instant().minus(config.kept())))
                        .chain(() -> DryRunStore.insert(
                                transaction, id, input, campaign.version(), note(campaign, input), who)))
                .replaceWith(id);
    }

    private @Nullable DryRunNote note(StoredCampaign campaign, DryRunInput input) {
        return switch (campaign.definition().trigger()) {
            case Trigger.OnSegmentEntry _ -> DryRunNote.SEGMENT_MEMBERS_OF_TODAY;
            case Trigger.OnSchedule _ ->
                members.beginnings(campaign, input.from(), input.to()).isEmpty()
                        ? DryRunNote.SCHEDULE_NOT_IN_RANGE
                        : DryRunNote.AUDIENCE_OF_TODAY;
            case Trigger.OnSegmentExit _, Trigger.OnEvent _, Trigger.OnInactivity _ -> null;
        };
    }

    Uni<Optional<StoredDryRun>> find(String id) {
        return database.onConnection(connection -> DryRunStore.find(connection, id));
    }

    /** Stops one, wherever it is under way; no effect if it has ended. */
    Uni<StoredDryRun> cancel(String id) {
        return database.onConnection(connection -> DryRunStore.cancel(connection, id))
                .chain(() -> find(id))
                .map(found -> found.orElseThrow(() -> new DryRunFailure.Unknown("id").exception()));
    }
}
