package io.clientele.funnel.rekey;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.clientele.contract.index.EventsIndex;
import io.clientele.elasticsearch.client.ElasticsearchFailure;
import io.clientele.funnel.internal.InternalRefusal;
import io.clientele.funnel.store.StoredDocuments;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Works on the runs of a call, several at once, each with an outcome of its own. */
@ApplicationScoped
class RekeyService {

    private static final Logger LOG = Logger.getLogger(RekeyService.class);

    private final StoredDocuments documents;
    private final MisplacedEvents misplaced;
    private final RekeyConfig config;
    private final Semaphore calls;

    RekeyService(StoredDocuments documents, MisplacedEvents misplaced, RekeyConfig config) {
        this.documents = documents;
        this.misplaced = misplaced;
        this.config = config;
        this.calls = new Semaphore(config.concurrentCalls());
    }

    /**
     * Moves events, as many as one call may.
     *
     * @throws ElasticsearchFailure (through the {@code Uni}) if no run can be worked on, or it cannot be told what is on
     *     disk; what was done up to then stays done, and the same request again does the rest
     */
    Uni<RekeyAnswer> rekey(List<AskedRun> runs) {
        if (!calls.tryAcquire()) {
            return Uni.createFrom().failure(new ElasticsearchFailure.Overloaded("enough is being re-keyed already"));
        }
        return documents
                .refresh(EventsIndex.WRITE_ALIAS)
                .flatMap(visible -> answers(runs))
                // What is done is so for all who ask only when it is on disk.
                .call(documents::onDisk)
                .map(RekeyAnswer::new)
                .onTermination()
                .invoke(calls::release);
    }

    private Uni<List<RunAnswer>> answers(List<AskedRun> runs) {
        RefreshTogether refreshes = new RefreshTogether(() -> documents.refresh(EventsIndex.WRITE_ALIAS));
        Relocation relocation = new Relocation(documents, index -> refreshes.next());
        RekeyCall call = new RekeyCall(misplaced, relocation, config.callEvents());
        return Multi.createFrom()
                .range(0, runs.size())
                .onItem()
                .transformToUni(place ->
                        refreshes.underWay(() -> answer(call, runs.get(place))).map(answer -> Map.entry(place, answer)))
                .merge(config.concurrentRuns())
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(answers -> List.copyOf(new TreeMap<>(answers).values()));
    }

    private static Uni<RunAnswer> answer(RekeyCall call, AskedRun run) {
        return switch (run) {
            case AskedRun.Unusable unusable -> Uni.createFrom().item(RunAnswer.failed(unusable.refusal()));
            case AskedRun.Wished wished ->
                Uni.createFrom()
                        .deferred(() -> call.work(wished.request()))
                        .onFailure(ElasticsearchFailure.class)
                        .recoverWithItem(RekeyService::failed)
                        // Whatever it stumbles over, the others go on.
                        .onFailure(RuntimeException.class)
                        .recoverWithItem(RekeyService::stumbled);
        };
    }

    private static RunAnswer failed(ElasticsearchFailure failure) {
        LOG.warnf("A run could not be re-keyed: %s", failure.getMessage());
        return RunAnswer.failed(InternalRefusal.of(failure));
    }

    private static RunAnswer stumbled(Throwable fault) {
        LOG.error("A run cannot be re-keyed", fault);
        return RunAnswer.failed(new InternalRefusal(
                InternalRefusal.Reason.INTERNAL, null, "the run cannot be worked on; the log tells why"));
    }
}
