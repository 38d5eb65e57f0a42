package io.clientele.campaign.definition;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import io.clientele.campaign.definition.CampaignCheck.Moment;
import io.clientele.contract.condition.SegmentCondition;
import io.clientele.database.Database;
import io.clientele.database.Mutations;
import io.clientele.edge.ManyRefusals;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Stores campaigns and moves them from state to state. */
@ApplicationScoped
public class Campaigns {

    private final Database database;
    private final Mutations mutations;
    private final CampaignStore store;
    private final AudienceSegments segments;
    private final List<CampaignCheck> checks;
    private final ShopConfig shop;
    private final Clock clock;

    Campaigns(
            Database database,
            Mutations mutations,
            CampaignStore store,
            AudienceSegments segments,
            @Any Instance<CampaignCheck> checks,
            ShopConfig shop,
            Clock clock) {
        this.database = database;
        this.mutations = mutations;
        this.store = store;
        this.segments = segments;
        this.checks = checks.stream().toList();
        this.shop = shop;
        this.clock = clock;
    }

    /** Every campaign, by id. */
    public Uni<List<StoredCampaign>> all() {
        return database.onConnection(store::all);
    }

    /** The campaign of this id. */
    public Uni<Optional<StoredCampaign>> find(String id) {
        return database.onConnection(connection -> store.find(connection, id));
    }

    /** A version of a campaign, as it was defined then. */
    public Uni<Optional<StoredCampaign>> version(String id, int version) {
        return database.onConnection(connection -> store.version(connection, id, version));
    }

    /** Those of these ids that there are. */
    public Uni<List<StoredCampaign>> find(List<String> ids) {
        return database.onConnection(connection -> store.find(connection, ids));
    }

    /** Those whose audience is one of these segments. */
    Uni<List<StoredCampaign>> ofSegments(List<String> ids) {
        return database.onConnection(connection -> store.ofSegments(connection, ids));
    }

    /** Everything that is wrong with an input. */
    public Uni<List<CampaignProblem>> problems(CampaignInput input, Moment moment) {
        CampaignReading.Outcome outcome = CampaignReading.read(input, shop.currency());
        // What is unreadable would be told twice, and perhaps wrongly, by what looks further.
        return outcome.problems().isEmpty()
                ? furtherProblems(outcome.definition(), moment)
                : Uni.createFrom().item(outcome.problems());
    }

    /**
     * Refuses an input that contradicts itself, whatever there is besides it.
     *
     * @throws ManyRefusals of every problem
     */
    public void refuseUnreadable(CampaignInput input) {
        refuse(CampaignReading.read(input, shop.currency()).problems());
    }

    private Uni<List<CampaignProblem>> furtherProblems(CampaignDefinition definition, Moment moment) {
        if (checks.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Uni.join()
                .all(checks.stream()
                        .map(check -> check.check(definition, moment))
                        .toList())
                .andFailFast()
                .map(found -> found.stream().flatMap(List::stream).toList());
    }

    /**
     * Stores a campaign as a draft, or as the next version of the one that has its id.
     *
     * @return fails with {@link ManyRefusals} of every problem, or with {@link CampaignFailure}
     */
    public Uni<StoredCampaign> save(CampaignInput input, String who) {
        return save(input, who, false);
    }

    /**
     * Stores a new campaign as a draft.
     *
     * @return fails as {@link #save} does, and with {@link CampaignFailure.CampaignExists} if the id is taken
     */
    public Uni<StoredCampaign> create(CampaignInput input, String who) {
        return save(input, who, true);
    }

    /**
     * Refuses to create a campaign whose id is taken, before there is anything that would be left over.
     *
     * @return fails with {@link CampaignFailure.CampaignExists} unless the campaign was created by the same key
     */
    public Uni<Void> refuseTaken(CampaignInput input) {
        return find(input.id())
                .chain(taken -> taken.isEmpty() ? Uni.createFrom().item(true) : mutations.known(input.key()))
                .invoke(own -> {
                    if (!own) {
                        throw new CampaignFailure.CampaignExists("input.id").exception();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<StoredCampaign> save(CampaignInput input, String who, boolean isNew) {
        CampaignDefinition definition =
                CampaignReading.read(input, shop.currency()).definition();
        return problems(input, Moment.SAVE)
                .invoke(Campaigns::refuse)
                .chain(() -> mutations.once(
                        input.key(),
                        "saveCampaign",
                        List.of(CampaignJson.write(input)),
                        transaction -> put(transaction, input, definition, who, isNew)))
                .chain(this::stored);
    }

    private static void refuse(List<CampaignProblem> problems) {
        if (!problems.isEmpty()) {
            throw new ManyRefusals(
                    problems.stream().map(CampaignFailure.Unsound::of).toList());
        }
    }

    private Uni<Void> ownSegment(CampaignInput input, CampaignDefinition definition) {
        if (input.audience() == null || input.audience().condition() == null) {
            return Uni.createFrom().voidItem();
        }
        SegmentCondition condition = input.audience().condition().ofCustomer("input.audience.condition");
        return segments.define(CampaignReading.ownSegment(definition.id()), definition.name(), condition);
    }

    private Uni<String> put(
            SqlConnection transaction, CampaignInput input, CampaignDefinition definition, String who, boolean isNew) {
        // Of two who save at a time, the audience and the rest are the same one's.
        return store.lock(transaction, definition.id())
                .chain(() -> refuse(transaction, definition.id(), isNew))
                // Before the lock that holds off every campaign's changes: it waits for profile-service.
                .chain(() -> ownSegment(input, definition))
                .chain(() -> store.raise(transaction))
                .chain(() -> refuse(transaction, definition.id(), isNew))
                .chain(() -> store.put(transaction, input, definition, who))
                .replaceWith(definition.id());
    }

    private Uni<Void> refuse(SqlConnection transaction, String id, boolean isNew) {
        return store.find(transaction, id)
                .invoke(found -> found.ifPresent(before -> {
                    if (isNew) {
                        throw new CampaignFailure.CampaignExists("input.id").exception();
                    }
                    if (before.state() == CampaignState.ENDED) {
                        throw new CampaignFailure.CampaignEnded("input.id").exception();
                    }
                }))
                .replaceWithVoid();
    }

    /** Lets a campaign run; no effect if it does. */
    public Uni<StoredCampaign> launch(String id, String who) {
        return known(id)
                .chain(campaign -> campaign.state() == CampaignState.RUNNING
                        ? Uni.createFrom().item(List.<CampaignProblem>of())
                        : launchProblems(campaign))
                .invoke(Campaigns::refuse)
                .chain(() -> move(id, CampaignState.RUNNING, who));
    }

    /**
     * Refuses a campaign that could not be launched, be it over; its dates are not looked at.
     *
     * @throws ManyRefusals of every problem
     */
    public Uni<Void> refuseUnfit(StoredCampaign campaign) {
        return problems(campaign.input(), Moment.LAUNCH)
                .invoke(Campaigns::refuse)
                .replaceWithVoid();
    }

    /**
     * Refuses a variant of a campaign for which the campaign could not be launched.
     *
     * @throws ManyRefusals of every problem of this variant
     */
    public Uni<Void> refuseUnfit(StoredCampaign campaign, Variant variant) {
        String path = "input.variants[" + campaign.definition().variants().indexOf(variant) + "]";
        return problems(campaign.input(), Moment.LAUNCH)
                .map(found -> found.stream()
                        .filter(problem -> problem.field().startsWith(path))
                        .toList())
                .invoke(Campaigns::refuse)
                .replaceWithVoid();
    }

    /** Why a campaign cannot be launched. */
    Uni<List<CampaignProblem>> launchProblems(StoredCampaign campaign) {
        return problems(campaign.input(), Moment.LAUNCH).map(found -> {
            List<CampaignProblem> all = new ArrayList<>(found);
            campaign.definition()
                    .endsAt()
                    .filter(end -> !end.isAfter(clock.instant()))
                    .ifPresent(end -> all.add(new CampaignProblem(
                            "ENDS_IN_THE_PAST", "input.endsAt", "The campaign would be over before it begins.")));
            return List.copyOf(all);
        });
    }

    /** Holds a campaign; no effect if it is held. */
    public Uni<StoredCampaign> pause(String id, String who) {
        return move(id, CampaignState.PAUSED, who);
    }

    /** Ends a campaign for good; no effect if it is over. */
    public Uni<StoredCampaign> end(String id, String who) {
        return move(id, CampaignState.ENDED, who);
    }

    /** Whether anything is sent. */
    Uni<Sending> sending() {
        return database.onConnection(store::sending);
    }

    /** Stops everything, or lets it go on. */
    Uni<Sending> setSending(boolean stopped) {
        return database.inTransaction(transaction -> store.setSending(transaction, stopped));
    }

    private Uni<StoredCampaign> move(String id, CampaignState state, String who) {
        return database.inTransaction(transaction -> store.raise(transaction)
                        .chain(() -> store.find(transaction, id))
                        .map(found -> found.orElseThrow(() -> new CampaignFailure.UnknownCampaign("id").exception()))
                        .chain(campaign -> possible(campaign.state(), state)
                                ? store.move(transaction, id, state, clock.instant(), who)
                                : Uni.createFrom().voidItem()))
                .chain(() -> stored(id));
    }

    /** Whether there is something to do; refuses what cannot be done. */
    private static boolean possible(CampaignState from, CampaignState to) {
        if (from == to) {
            return false;
        }
        return switch (from) {
            case DRAFT -> {
                if (to == CampaignState.PAUSED) {
                    throw new CampaignFailure.NotLaunched("id").exception();
                }
                yield true;
            }
            case RUNNING, PAUSED -> true;
            case ENDED -> throw new CampaignFailure.CampaignEnded("id").exception();
        };
    }

    private Uni<StoredCampaign> known(String id) {
        return find(id).map(found -> found.orElseThrow(() -> new CampaignFailure.UnknownCampaign("id").exception()));
    }

    private Uni<StoredCampaign> stored(String id) {
        return find(id).map(Optional::orElseThrow);
    }
}
