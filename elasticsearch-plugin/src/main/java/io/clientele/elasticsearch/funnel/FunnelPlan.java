package io.clientele.elasticsearch.funnel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * A funnel made ready for one shard.
 *
 * @param entity name of the field whose value identifies the entity
 * @param time name of the field with the event's instant
 * @param steps the queries of the steps, in order
 * @param rules what a chain must fulfil
 * @param customers which customers it names, with the names of their fields in the index; null if it only counts
 * @param mapped false when the index lacks a field, so that there is nothing to count
 */
record FunnelPlan(
        String entity,
        String time,
        List<Query> steps,
        FunnelRules rules,
        @Nullable CustomerListing customers,
        boolean mapped) {

    /** The reader of events for the segments that the searcher knows. */
    EventReader reader(IndexSearcher searcher) throws IOException {
        List<Weight> weights = new ArrayList<>(steps.size());
        for (Query step : steps) {
            weights.add(searcher.createWeight(searcher.rewrite(step), ScoreMode.COMPLETE_NO_SCORES, 1f));
        }
        return new EventReader(entity, time, weights);
    }
}
