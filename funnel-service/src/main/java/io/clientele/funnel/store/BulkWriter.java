package io.clientele.funnel.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.elasticsearch.client.Elasticsearch;
import io.clientele.elasticsearch.client.ElasticsearchFailure;
import io.clientele.funnel.store.Bulk.ItemAnswer;
import io.clientele.funnel.store.Document.Outcome;
import io.clientele.funnel.store.FirstCopies.Conflict;
import io.smallrye.mutiny.Uni;

/** Writes one bulk and finds out what became of each document, durably. */
@ApplicationScoped
class BulkWriter {

    private final Elasticsearch elasticsearch;
    private final EventIndices indices;
    private final FirstCopies firstCopies;

    BulkWriter(Elasticsearch elasticsearch, EventIndices indices, FirstCopies firstCopies) {
        this.elasticsearch = elasticsearch;
        this.indices = indices;
        this.firstCopies = firstCopies;
    }

    /** What is known of one document. */
    sealed interface Result {

        /** Its outcome, durable. */
        record Known(Outcome outcome) implements Result {}

        /** Nothing: another try will tell. */
        record Unknown(ElasticsearchFailure failure) implements Result {}
    }

    Uni<List<Result>> write(List<Document> documents) {
        return indices.ready()
                .flatMap(ready -> elasticsearch.bulk(Bulk.lines(documents), Bulk.PARAMETERS))
                .map(answer -> Bulk.answers(answer, documents.size()))
                .flatMap(answers -> settle(documents, answers))
                .onFailure(failure -> !(failure instanceof ElasticsearchFailure))
                .transform(unreadable ->
                        new ElasticsearchFailure.Unavailable("a bulk's answer is unreadable", unreadable));
    }

    private Uni<List<Result>> settle(List<Document> documents, List<ItemAnswer> answers) {
        Map<Integer, Conflict> conflicts = conflictsWithEarlierBulks(documents, answers);
        List<Result> results = answers.stream().map(this::result).toList();
        if (conflicts.isEmpty()) {
            return Uni.createFrom().item(results);
        }
        return firstCopies
                .onDisk(conflicts.values())
                .replaceWith(results)
                .onFailure(ElasticsearchFailure.class)
                .recoverWithItem(failure -> withUnknown(results, conflicts.keySet(), failure));
    }

    /** Conflicts by place, but for those with a copy of this very bulk: when it is answered, it is on disk. */
    private static Map<Integer, Conflict> conflictsWithEarlierBulks(
            List<Document> documents, List<ItemAnswer> answers) {
        Map<Integer, Conflict> conflicts = new LinkedHashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i) instanceof ItemAnswer.Conflict conflict) {
                Document document = documents.get(i);
                conflicts.put(i, new Conflict(document.id(), document.routing(), conflict.shard()));
            }
        }
        if (!conflicts.isEmpty()) {
            Set<Key> written = written(documents, answers);
            conflicts.values().removeIf(conflict -> written.contains(new Key(conflict.id(), conflict.routing())));
        }
        return conflicts;
    }

    private static Set<Key> written(List<Document> documents, List<ItemAnswer> answers) {
        Set<Key> written = new HashSet<>();
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i) instanceof ItemAnswer.Written) {
                written.add(new Key(documents.get(i).id(), documents.get(i).routing()));
            }
        }
        return written;
    }

    private record Key(String id, String routing) {}

    private Result result(ItemAnswer answer) {
        return switch (answer) {
            case ItemAnswer.Written ignored -> new Result.Known(new Outcome.Created());
            case ItemAnswer.Conflict ignored -> new Result.Known(new Outcome.Duplicate());
            case ItemAnswer.Unindexable refused -> new Result.Known(new Outcome.Unindexable(refused.reason()));
            case ItemAnswer.Overloaded ignored ->
                new Result.Unknown(new ElasticsearchFailure.Overloaded("a shard is overloaded"));
            case ItemAnswer.Unavailable unavailable -> {
                indices.doubt();
                yield new Result.Unknown(new ElasticsearchFailure.Unavailable(unavailable.reason(), null));
            }
        };
    }

    private static List<Result> withUnknown(List<Result> results, Set<Integer> positions, Throwable failure) {
        List<Result> doubtful = new ArrayList<>(results);
        Result unknown = new Result.Unknown((ElasticsearchFailure) failure);
        positions.forEach(position -> doubtful.set(position, unknown));
        return doubtful;
    }
}
