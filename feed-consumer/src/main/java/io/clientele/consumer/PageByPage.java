package io.clientele.consumer;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jboss.logging.Logger;

import io.clientele.contract.event.Event;
import io.clientele.contract.feed.FeedCursor;
import io.clientele.contract.feed.FeedPage;
import io.clientele.database.DatabaseFailure;
import io.smallrye.mutiny.Uni;

/**
 * Works on pages, each in a transaction of its own. A page that fails on what is in it is worked on by halves, down to the
 * event that it fails on; that one is set aside with the reason, and the feed goes on.
 */
public final class PageByPage {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    private static final int TRIES = 5;

    private static final Logger LOG = Logger.getLogger(PageByPage.class);

    private final Consumer<Event> check;
    private final Function<ShardPage, Uni<Integer>> transaction;
    private final FeedProgress progress;

    /**
     * Work on pages.
     *
     * @param check refuses an event that cannot be worked on by a {@link io.clientele.edge.CodedException}
     * @param transaction works on a page in one transaction, in which it moves the cursor and sets aside ({@link
     *     FeedCursors}); answers how many customers it touched
     */
    public PageByPage(Consumer<Event> check, Function<ShardPage, Uni<Integer>> transaction, FeedProgress progress) {
        this.check = check;
        this.transaction = transaction;
        this.progress = progress;
    }

    /** A page as it was read from a cursor. */
    public ShardPage page(FeedCursor from, FeedPage page) {
        return ShardPage.of(from, page, check);
    }

    /**
     * Works on a page.
     *
     * @return how many customers it touched; fails with {@link CursorMoved} if another instance has done so, with a {@link
     *     DatabaseFailure}, or with a {@link io.clientele.contract.feed.FeedException}; of a page that had to be halved the
     *     first parts may be stored then, with the cursor after them, otherwise nothing
     */
    public Uni<Integer> work(ShardPage page) {
        return whole(page)
                .onFailure(
                        failure -> Faults.ofEvents(failure) && !page.delivered().isEmpty())
                .recoverWithUni(fault -> page.delivered().size() == 1
                        ? again(page)
                        : work(page.firstHalf())
                                .chain(first -> work(page.secondHalf()).map(second -> first + second)));
    }

    /** What fails twice alike is the event's fault and not that of a moment. */
    private Uni<Integer> again(ShardPage page) {
        return whole(page)
                .onFailure(Faults::ofEvents)
                .recoverWithUni(fault -> whole(page.setAside(Faults.reason(fault)))
                        .invoke(() -> {
                            // Without the message, which may hold personal data; the table has it.
                            LOG.errorf("An event cannot be worked on and is set aside: %s", fault.getClass());
                            progress.setAside();
                        }));
    }

    private Uni<Integer> whole(ShardPage page) {
        return Uni.createFrom()
                .deferred(() -> transaction.apply(page))
                .onFailure(PageByPage::contended)
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
}
