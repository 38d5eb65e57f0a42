package io.clientele.funnel.rekey;

import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.contract.index.EventsIndex;
import io.clientele.elasticsearch.client.ElasticsearchFailure;
import io.clientele.funnel.store.StoredDocuments;
import io.smallrye.mutiny.Uni;

/** Works on a request page by page until nothing is left to do or the call has done its part. */
@ApplicationScoped
class RekeyService {

    /** With somebody else at the same events all the time, a call may get nothing done; then it ends as well. */
    private static final int MOST_IDLE_PAGES = 20;

    private final StoredDocuments documents;
    private final MisplacedEvents misplaced;
    private final Relocation relocation;
    private final Semaphore calls;
    private final int callEvents;

    RekeyService(StoredDocuments documents, MisplacedEvents misplaced, Relocation relocation, RekeyConfig config) {
        this.documents = documents;
        this.misplaced = misplaced;
        this.relocation = relocation;
        this.calls = new Semaphore(config.concurrentCalls());
        this.callEvents = config.callEvents();
    }

    /**
     * Moves events, as many as one call may.
     *
     * @throws ElasticsearchFailure (through the {@code Uni}); what was done up to then stays done, and the same request
     *     again does the rest
     */
    Uni<RekeyAnswer> rekey(RekeyRequest request) {
        if (!calls.tryAcquire()) {
            return Uni.createFrom().failure(new ElasticsearchFailure.Overloaded("enough is being re-keyed already"));
        }
        return documents
                .refresh(EventsIndex.WRITE_ALIAS)
                .flatMap(visible -> next(request, Misplaced.NONE, 0, 0))
                .onTermination()
                .invoke(calls::release);
    }

    private Uni<RekeyAnswer> next(RekeyRequest request, Misplaced contested, long moved, int idle) {
        return misplaced
                .find(request)
                .map(found -> found.and(contested))
                .flatMap(page -> page.isEmpty()
                        ? documents.onDisk().replaceWith(new RekeyAnswer(moved, true))
                        : move(request, page, moved, idle));
    }

    private Uni<RekeyAnswer> move(RekeyRequest request, Misplaced page, long moved, int idle) {
        return relocation.perform(request, page).flatMap(outcome -> {
            long soFar = moved + outcome.moved();
            int idleNow = outcome.settled() == 0 ? idle + 1 : 0;
            // What is contested is known to this call alone, so that it must not end on it.
            boolean enough = soFar >= callEvents && outcome.contested().isEmpty();
            return enough || idleNow == MOST_IDLE_PAGES
                    ? Uni.createFrom().item(new RekeyAnswer(soFar, false))
                    : next(request, outcome.contested(), soFar, idleNow);
        });
    }
}
