package io.clientele.funnel.rekey;

import java.util.concurrent.atomic.AtomicLong;

import io.smallrye.mutiny.Uni;

/** One call's work on its runs, page by page. They share how many events the call may move; each gets a page at least. */
final class RekeyCall {

    /** With somebody else at the same events all the time, a run may get nowhere; then the call gives it up as well. */
    private static final int MOST_IDLE_PAGES = 20;

    private final MisplacedEvents misplaced;
    private final Relocation relocation;
    private final AtomicLong left;

    RekeyCall(MisplacedEvents misplaced, Relocation relocation, int events) {
        this.misplaced = misplaced;
        this.relocation = relocation;
        this.left = new AtomicLong(events);
    }

    /** Works on a run until nothing is left to do or the call has done its part. */
    Uni<RunAnswer> work(RekeyRequest request) {
        return next(request, Misplaced.NONE, 0, 0);
    }

    private Uni<RunAnswer> next(RekeyRequest request, Misplaced contested, long moved, int idle) {
        return misplaced
                .find(request)
                .map(found -> found.and(contested))
                .flatMap(page -> page.isEmpty()
                        ? Uni.createFrom().item(RunAnswer.worked(moved, true))
                        : move(request, page, moved, idle));
    }

    private Uni<RunAnswer> move(RekeyRequest request, Misplaced page, long moved, int idle) {
        return relocation.perform(request, page).flatMap(outcome -> {
            long soFar = moved + outcome.moved();
            int idleNow = outcome.settled() == 0 ? idle + 1 : 0;
            // What is contested is known to this call alone, so that it must not end on it.
            boolean enough = left.addAndGet(-outcome.settled()) <= 0
                    && outcome.contested().isEmpty();
            return enough || idleNow == MOST_IDLE_PAGES
                    ? Uni.createFrom().item(RunAnswer.worked(soFar, false))
                    : next(request, outcome.contested(), soFar, idleNow);
        });
    }
}
