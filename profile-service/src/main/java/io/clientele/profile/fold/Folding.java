package io.clientele.profile.fold;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.clientele.profile.counter.Counters;
import io.clientele.profile.customer.Customers;
import io.clientele.profile.database.Database;
import io.clientele.profile.database.DatabaseFailure;
import io.clientele.profile.portrait.PortraitRules;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * Folds pages, each in a transaction of its own. A page that cannot be computed is folded by halves, down to the event that
 * it fails on; that one is set aside with the reason, and the feed goes on.
 */
@ApplicationScoped
class Folding {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    private static final int TRIES = 5;

    private static final Logger LOG = Logger.getLogger(Folding.class);

    private final Database database;
    private final FoldTools tools;
    private final FoldMeters meters;

    Folding(
            Database database,
            Customers customers,
            Histories histories,
            Counters counters,
            PortraitRules rules,
            FoldConfig fold,
            IdentityConfig identity,
            FoldMeters meters) {
        this.database = database;
        this.meters = meters;
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
     *     DatabaseFailure}, or with a {@link io.clientele.contract.feed.FeedException} if a history was needed; of a page
     *     that had to be halved the first parts may be stored then, with the cursor after them, otherwise nothing
     */
    Uni<Integer> fold(PageOfShard page) {
        return whole(page)
                .onFailure(
                        failure -> Faults.ofEvents(failure) && !page.delivered().isEmpty())
                .recoverWithUni(fault -> page.delivered().size() == 1
                        ? again(page)
                        : fold(page.firstHalf())
                                .chain(first -> fold(page.secondHalf()).map(second -> first + second)));
    }

    /** What fails twice alike is the event's fault and not that of a moment. */
    private Uni<Integer> again(PageOfShard page) {
        return whole(page)
                .onFailure(Faults::ofEvents)
                .recoverWithUni(fault -> whole(page.setAside(Faults.reason(fault)))
                        .invoke(() -> {
                            // Without the message, which may hold personal data; the table has it.
                            LOG.errorf("An event cannot be folded and is set aside: %s", fault.getClass());
                            meters.setAside();
                        }));
    }

    private Uni<Integer> whole(PageOfShard page) {
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
