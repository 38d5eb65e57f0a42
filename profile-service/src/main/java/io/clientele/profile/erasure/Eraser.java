package io.clientele.profile.erasure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.clientele.contract.feed.FeedException;
import io.clientele.database.Database;
import io.clientele.elasticsearch.client.ElasticsearchFailure;
import io.clientele.profile.customer.Customers;
import io.clientele.profile.erasure.ErasureRequests.Open;
import io.clientele.profile.fold.CustomerExtent;
import io.clientele.profile.fold.Forgetting;
import io.clientele.profile.fold.Stretch;
import io.clientele.profile.rekey.RekeysUnderWay;
import io.clientele.rounds.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Carries erasures out. Each step is found undone or done when it is begun again, so that an instance may be killed
 * anywhere, and two may be at the same erasure.
 */
@ApplicationScoped
class Eraser {

    static final String POSTGRESQL = "postgresql";
    static final String CUSTOMERS = "customers";
    static final String EVENTS = "events";

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final Database database;
    private final Forgetting forgetting;
    private final Customers customers;
    private final CustomersIndexRows index;
    private final FunnelStore funnel;
    private final RekeysUnderWay rekeys;
    private final LastSearch lastSearch;
    private final Stragglers stragglers;
    private final ErasureConfig config;
    private final Clock clock;
    private final Rounds rounds;

    Eraser(
            Database database,
            Forgetting forgetting,
            Customers customers,
            CustomersIndexRows index,
            FunnelStore funnel,
            RekeysUnderWay rekeys,
            LastSearch lastSearch,
            Stragglers stragglers,
            ErasureConfig config,
            Clock clock) {
        this.database = database;
        this.forgetting = forgetting;
        this.customers = customers;
        this.index = index;
        this.funnel = funnel;
        this.rekeys = rekeys;
        this.lastSearch = lastSearch;
        this.stragglers = stragglers;
        this.config = config;
        this.clock = clock;
        this.rounds = new Rounds("erasing customers", FIRST_PAUSE, config.longestPause(), this::round);
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    private Uni<Duration> round() {
        return database.inTransaction(transaction -> ErasureRequests.lease(transaction, LEASE))
                .chain(leased -> leased.isEmpty()
                        ? stragglers.erase().replaceWith(config.every())
                        : carryOut(leased.get()).replaceWith(Duration.ZERO));
    }

    /** Goes on with an erasure as far as it goes now; what is in the way is written down, and it goes on later. */
    private Uni<Void> carryOut(Open erasure) {
        return forget(erasure)
                .chain(() -> database.inTransaction(transaction -> ErasureRequests.lock(transaction, erasure.id())))
                .chain(standing -> standing.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : eraseEvents(standing.get()).chain(() -> search(standing.get())))
                .onFailure(Eraser::passes)
                .recoverWithUni(failure -> later(erasure, pause(erasure), String.valueOf(failure.getMessage())));
    }

    private static boolean passes(Throwable failure) {
        return failure instanceof FunnelTrouble
                || failure instanceof FeedException
                || failure instanceof ElasticsearchFailure;
    }

    private Duration pause(Open erasure) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(erasure.attempts(), 10));
        return doubled.compareTo(config.longestPause()) < 0 ? doubled : config.longestPause();
    }

    private Uni<Void> later(Open erasure, Duration pause, String obstacle) {
        return database.inTransaction(transaction -> ErasureRequests.later(transaction, erasure.id(), pause, obstacle));
    }

    /** Takes the customer out of PostgreSQL in one transaction: until then nothing has happened, afterwards it is unknown. */
    private Uni<Void> forget(Open erasure) {
        if (erasure.erasedUntil() != null) {
            return Uni.createFrom().voidItem();
        }
        return index.count(List.of(erasure.customer()))
                .chain(documents -> database.inTransaction(transaction -> forgetting
                        .holdFolds(transaction)
                        .chain(() -> ErasureRequests.lock(transaction, erasure.id()))
                        .chain(standing -> standing.filter(it -> it.erasedUntil() == null)
                                        .isEmpty()
                                ? Uni.createFrom().voidItem()
                                : ErasureRequests.found(transaction, erasure.id(), CUSTOMERS, documents)
                                        .chain(() -> customers.find(transaction, List.of(erasure.customer())))
                                        .map(found -> found.getOrDefault(erasure.customer(), erasure.customer()))
                                        .chain(customer -> forget(transaction, erasure.id(), customer)))));
    }

    private Uni<Void> forget(SqlConnection transaction, String erasure, String customer) {
        return forgetting.extent(transaction, customer).chain(extent -> {
            // Folds are held: all that was folded was received before.
            Instant until = clock.instant();
            return rekeys.longest(transaction, homes(extent))
                    .chain(underWay -> PersonalRows.count(transaction, extent.ids())
                            .chain(counts -> ErasureRequests.found(transaction, erasure, POSTGRESQL, counts))
                            .chain(() -> forgetting.forget(transaction, customer, extent, until))
                            .chain(() -> PersonalRows.remove(transaction, extent.ids()))
                            .chain(() -> ErasedIds.tell(transaction, extent.ids()))
                            .chain(() -> ErasureRequests.erased(
                                    transaction, erasure, extent.stretches(), until, longer(underWay))));
        });
    }

    private Duration longer(Duration underWay) {
        return underWay.compareTo(config.settle()) > 0 ? underWay : config.settle();
    }

    private static List<String> homes(CustomerExtent extent) {
        return List.copyOf(
                new TreeSet<>(extent.stretches().stream().map(Stretch::home).toList()));
    }

    private Uni<Void> eraseEvents(Open erasure) {
        Instant until = erased(erasure);
        return database.onConnection(connection -> ErasureRequests.homes(connection, erasure.id()))
                .chain(homes -> funnel.count(homes, until)
                        .chain(counts -> database.inTransaction(
                                transaction -> ErasureRequests.found(transaction, erasure.id(), EVENTS, counts)))
                        .chain(() -> funnel.erase(homes, until)));
    }

    /** Finishes the erasure if nothing is left anywhere. */
    private Uni<Void> search(Open erasure) {
        Duration early = Duration.between(
                clock.instant(), Optional.ofNullable(erasure.settledAt()).orElse(Instant.MIN));
        if (early.isPositive()) {
            return later(erasure, early, "waiting for what may be under way");
        }
        return lastSearch
                .run(erasure.id(), erased(erasure))
                .chain(left -> left.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : later(erasure, config.every(), "left: " + String.join(", ", left)));
    }

    private static Instant erased(Open erasure) {
        if (erasure.erasedUntil() == null) {
            throw new IllegalStateException("events are erased before PostgreSQL is");
        }
        return erasure.erasedUntil();
    }
}
