package io.clientele.elasticsearch.funnel;

import java.io.IOException;
import java.util.List;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Weight;

/** Reads events from the segments of a shard. */
record EventReader(String entity, String time, List<Weight> steps) {

    SegmentEvents segment(LeafReaderContext segment) throws IOException {
        return new SegmentEvents(
                SingleValue.of(entity, segment.reader()),
                SingleValue.of(time, segment.reader()),
                SegmentSteps.of(steps, segment));
    }
}
