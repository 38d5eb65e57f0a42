package io.clientele.profile.fold;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.clientele.database.Database;
import io.clientele.profile.counter.CountedEverywhere;
import io.clientele.profile.counter.Counters;
import io.clientele.profile.customer.IdentityLock;
import io.clientele.profile.part.PartVersion;
import io.clientele.profile.portrait.PortraitRules;
import io.clientele.rounds.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Counts past events by what new definitions ask for, home by home from the feed's history, while the fold goes on. Instances
 * share the homes; what one leaves half done another begins anew.
 *
 * <p>What is counted of a part is stored only if the part is still the same, so no event came in between. Whoever folds may
 * have loaded the part before and write it back as it was: then it is not counted, and says so. What has changed is caught
 * up with under the part's lock.
 */
@ApplicationScoped
class Recount {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Database database;
    private final Histories histories;
    private final Counters counters;
    private final ZoneId zone;
    private final FoldConfig fold;
    private final RecountConfig config;
    private final Rounds rounds;

    Recount(
            Database database,
            Histories histories,
            Counters counters,
            PortraitRules rules,
            FoldConfig fold,
            RecountConfig config) {
        this.database = database;
        this.histories = histories;
        this.counters = counters;
        this.zone = rules.facts().zone();
        this.fold = fold;
        this.config = config;
        this.rounds = new Rounds("counting past events", FIRST_PAUSE, LONGEST_PAUSE, this::round);
    }

    void start(@Observes StartupEvent started) {
        if (fold.enabled() && config.enabled()) {
            rounds.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    /** Counts some homes, if any are left to count; comes again at once if there may be more. */
    Uni<Duration> round() {
        return database.onConnection(counters::active)
                .chain(active -> active.counting()
                        ? take(active.set().highest())
                                .chain(homes -> homes.isEmpty()
                                        ? finish().replaceWith(config.beat())
                                        : count(homes).replaceWith(Duration.ZERO))
                        : Uni.createFrom().item(config.beat()));
    }

    /** Takes homes that nobody counts. */
    Uni<List<String>> take(long number) {
        return database.inTransaction(
                transaction -> RecountLeases.take(transaction, number, config.homes(), config.lease()));
    }

    private Uni<Void> count(List<String> homes) {
        return counted(homes).chain(recounts -> store(homes, recounts));
    }

    /** Homes with all events of their parts counted. */
    Uni<List<HomeRecount>> counted(List<String> homes) {
        return database.inTransaction(
                        transaction -> RecountSnapshot.read(transaction, fold.consumer(), homes, counters))
                .chain(snapshot -> database.onConnection(connection -> Multi.createFrom()
                        .iterable(homes)
                        .onItem()
                        .transformToUni(home -> counted(new HomeRecount(snapshot, home, zone), connection))
                        .merge(config.histories())
                        .collect()
                        .asList()));
    }

    private Uni<HomeRecount> counted(HomeRecount recount, SqlConnection connection) {
        return recount.needsEvents()
                ? histories
                        .read(recount.home(), recount.cursors(), connection, recount::count)
                        .invoke(recount::readTo)
                        .replaceWith(recount)
                : Uni.createFrom().item(recount);
    }

    /** Stores what is counted, and gives the homes up: what could not be stored is taken again. */
    Uni<Void> store(List<String> homes, List<HomeRecount> recounts) {
        List<PartVersion> counted =
                recounts.stream().flatMap(recount -> recount.counted().stream()).toList();
        return database.inTransaction(transaction -> PartVersion.storeCounts(transaction, counted))
                .chain(stored -> Multi.createFrom()
                        .iterable(recounts)
                        .select()
                        .where(recount -> recount.counted().stream()
                                .anyMatch(each -> !stored.contains(each.part().key())))
                        .onItem()
                        .transformToUniAndConcatenate(this::catchUp)
                        .collect()
                        .last())
                .chain(() -> database.inTransaction(transaction -> RecountLeases.release(transaction, homes)));
    }

    private Uni<Void> catchUp(HomeRecount recount) {
        CatchUp catchUp = new CatchUp(fold.consumer(), histories);
        return database.inTransaction(transaction -> catchUp.run(transaction, recount));
    }

    /** Puts into force what is counted in every part. */
    Uni<Void> finish() {
        return database.onConnection(CountedEverywhere::numbers)
                .chain(numbers -> numbers.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : database.inTransaction(transaction -> IdentityLock.alone(transaction)
                                .chain(() -> CountedEverywhere.putIntoForce(transaction))));
    }
}
