package io.clientele.funnel.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.elasticsearch.client.CallersContext;
import io.clientele.elasticsearch.client.ElasticsearchFailure;
import io.clientele.funnel.store.Document.Outcome;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

/**
 * Writes documents by group commit: what arrives while bulks are under way is sent together in the next one, so that
 * many small requests share Elasticsearch's work and its fsyncs, and a lone request waits for nobody.
 */
@ApplicationScoped
public class EventStore {

    private final BulkWriter writer;
    private final int concurrentBulks;
    private final int bulkDocuments;
    private final long bulkBytes;
    private final long pendingLimit;

    private final Deque<Submission> waiting = new ArrayDeque<>();
    private int bulksUnderWay;
    private long pendingBytes;

    EventStore(BulkWriter writer, StoreConfig config) {
        this.writer = writer;
        this.concurrentBulks = config.concurrentBulks();
        this.bulkDocuments = config.bulkDocuments();
        this.bulkBytes = config.bulkBytes().asLongValue();
        this.pendingLimit = config.pendingBytes().asLongValue();
    }

    /**
     * Writes documents and completes when each one's outcome is durable, in their order. If the {@code Uni} fails,
     * nothing may be assumed of any of them; writing them again is safe.
     *
     * @throws ElasticsearchFailure.Overloaded (through the {@code Uni}) if more than the configured bytes are pending
     * @throws ElasticsearchFailure.Unavailable (through the {@code Uni}) if Elasticsearch is
     */
    public Uni<List<Outcome>> write(List<Document> documents) {
        if (documents.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Uni.createFrom().emitter(emitter -> {
            Submission submission = new Submission(documents, emitter, CallersContext.capture());
            if (admit(submission)) {
                pump();
            } else {
                submission.fail(new ElasticsearchFailure.Overloaded("more than " + pendingLimit + " bytes pending"));
            }
        });
    }

    private synchronized boolean admit(Submission submission) {
        if (pendingBytes + submission.bytes > pendingLimit) {
            return false;
        }
        pendingBytes += submission.bytes;
        waiting.add(submission);
        return true;
    }

    private void pump() {
        for (List<Submission> batch = nextBatch(); !batch.isEmpty(); batch = nextBatch()) {
            send(batch);
        }
    }

    private synchronized List<Submission> nextBatch() {
        List<Submission> batch = new ArrayList<>();
        if (bulksUnderWay >= concurrentBulks) {
            return batch;
        }
        int documents = 0;
        long bytes = 0;
        for (Submission next = waiting.peek(); next != null; next = waiting.peek()) {
            documents += next.documents.size();
            bytes += next.bytes;
            if (!batch.isEmpty() && (documents > bulkDocuments || bytes > bulkBytes)) {
                break;
            }
            batch.add(waiting.remove());
        }
        bulksUnderWay += batch.isEmpty() ? 0 : 1;
        return batch;
    }

    private void send(List<Submission> batch) {
        List<Document> documents =
                batch.stream().flatMap(each -> each.documents.stream()).toList();
        writer.write(documents)
                .onTermination()
                .invoke(() -> finish(batch))
                .subscribe()
                .with(results -> distribute(batch, results), failure -> batch.forEach(each -> each.fail(failure)));
    }

    private void finish(List<Submission> batch) {
        synchronized (this) {
            bulksUnderWay--;
            pendingBytes -= batch.stream().mapToLong(each -> each.bytes).sum();
        }
        pump();
    }

    private static void distribute(List<Submission> batch, List<BulkWriter.Result> results) {
        int from = 0;
        for (Submission submission : batch) {
            int to = from + submission.documents.size();
            submission.complete(results.subList(from, to));
            from = to;
        }
    }

    /** One caller's documents and whom to tell. */
    private static final class Submission {

        private final List<Document> documents;
        private final long bytes;
        private final UniEmitter<? super List<Outcome>> emitter;
        private final CallersContext context;

        Submission(List<Document> documents, UniEmitter<? super List<Outcome>> emitter, CallersContext context) {
            this.documents = documents;
            this.bytes = documents.stream().mapToLong(Bulk::bytes).sum();
            this.emitter = emitter;
            this.context = context;
        }

        void complete(List<BulkWriter.Result> results) {
            List<Outcome> outcomes = new ArrayList<>(results.size());
            for (BulkWriter.Result result : results) {
                switch (result) {
                    case BulkWriter.Result.Known known -> outcomes.add(known.outcome());
                    case BulkWriter.Result.Unknown unknown -> {
                        fail(unknown.failure());
                        return;
                    }
                }
            }
            context.run(() -> emitter.complete(outcomes));
        }

        void fail(Throwable failure) {
            context.run(() -> emitter.fail(failure));
        }
    }
}
