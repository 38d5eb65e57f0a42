package io.clientele.elasticsearch.funnel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/**
 * A funnel made ready for one shard.
 *
 * @param entity name of the field whose value identifies the entity
 * @param time name of the field with the event's instant
 * @param steps the queries of the steps, in order
 * @param rules what a chain must fulfil
 * @param mapped false when the index lacks either field, so that there is nothing to count
 */
record FunnelPlan(String entity, String time, List<Query> steps, FunnelRules rules, boolean mapped) {

    /** The reader of events for the segments that the searcher knows. */
    EventReader reader(IndexSearcher searcher) throws IOException {
        List<Weight> weights = new ArrayList<>(steps.size());
        for (Query step : steps) {
            weights.add(searcher.createWeight(searcher.rewrite(step), ScoreMode.COMPLETE_NO_SCORES, 1f));
        }
        return new EventReader(entity, time, weights);
    }
}
