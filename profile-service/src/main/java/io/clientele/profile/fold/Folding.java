package io.clientele.profile.fold;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.profile.counter.Counters;
import io.clientele.profile.customer.Customers;
import io.clientele.profile.database.Database;
import io.clientele.profile.database.DatabaseFailure;
import io.clientele.profile.portrait.PortraitRules;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Folds pages, each in a transaction of its own. */
@ApplicationScoped
class Folding {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    private static final int TRIES = 5;

    private final Database database;
    private final FoldTools tools;

    Folding(
            Database database,
            Customers customers,
            Histories histories,
            Counters counters,
            PortraitRules rules,
            FoldConfig fold,
            IdentityConfig identity) {
        this.database = database;
        this.tools = new FoldTools(
                fold.consumer(),
                rules.facts().zone(),
                identity.mergingKeys(),
                customers,
                histories,
                counters,
                Infrastructure.getDefaultWorkerPool());
    }

    FoldTools tools() {
        return tools;
    }

    /**
     * Folds a page.
     *
     * @return how many customers it touched; fails with {@link CursorMoved} if another instance has done so, with a {@link
     *     DatabaseFailure}, or with a {@link io.clientele.contract.feed.FeedException} if a history was needed; nothing is
     *     stored then
     */
    Uni<Integer> fold(PageOfShard page) {
        return fold(page, false)
                .onFailure(NeedsExclusiveFold.class)
                .recoverWithUni(() -> fold(page, true))
                .onFailure(Folding::contended)
                .retry()
                .withBackOff(FIRST_PAUSE)
                .atMost(TRIES);
    }

    private static boolean contended(Throwable failure) {
        return failure instanceof DatabaseFailure ofDatabase
                && switch (ofDatabase) {
                    case DatabaseFailure.Contended _ -> true;
                    case DatabaseFailure.Unavailable _, DatabaseFailure.ReadOnly _, DatabaseFailure.Full _ -> false;
                };
    }

    private Uni<Integer> fold(PageOfShard page, boolean exclusive) {
        return database.inTransaction(transaction -> new FoldTransaction(transaction, page, tools, exclusive).run());
    }
}
