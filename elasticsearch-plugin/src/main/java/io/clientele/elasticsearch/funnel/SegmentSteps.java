package io.clientele.elasticsearch.funnel;

import java.io.IOException;
import java.util.List;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Which steps the documents of one segment match, asked in the order of their numbers.
 *
 * <p>A step's query is moved only when the document asked for lies past where it stands, so that a document costs little for
 * the steps that it does not match.
 */
final class SegmentSteps {

    private final DocIdSetIterator[] candidates;
    private final @Nullable TwoPhaseIterator[] confirmations;
    private final int[] nextCandidate;
    private int soonest;
    private int document = -1;
    private int matched;

    private SegmentSteps(int steps) {
        candidates = new DocIdSetIterator[steps];
        confirmations = new TwoPhaseIterator[steps];
        nextCandidate = new int[steps];
    }

    static SegmentSteps of(List<Weight> weights, LeafReaderContext segment) throws IOException {
        SegmentSteps steps = new SegmentSteps(weights.size());
        for (int step = 0; step < weights.size(); step++) {
            steps.open(step, weights.get(step).scorerSupplier(segment));
        }
        return steps;
    }

    private void open(int step, @Nullable ScorerSupplier query) throws IOException {
        if (query == null) {
            candidates[step] = DocIdSetIterator.empty();
            nextCandidate[step] = DocIdSetIterator.NO_MORE_DOCS;
            return;
        }
        // No lead cost: the step is asked about documents that others choose.
        Scorer scorer = query.get(0);
        TwoPhaseIterator confirmation = scorer.twoPhaseIterator();
        confirmations[step] = confirmation;
        candidates[step] = confirmation == null ? scorer.iterator() : confirmation.approximation();
        nextCandidate[step] = -1;
    }

    boolean matchNothing() {
        for (int next : nextCandidate) {
            if (next != DocIdSetIterator.NO_MORE_DOCS) {
                return false;
            }
        }
        return true;
    }

    /** Bit i − 1 is set when the document, not before the one asked for last, matches step i. */
    int matchedBy(int asked) throws IOException {
        // One document may lie in several buckets, and a match may be confirmed only once.
        if (asked != document) {
            document = asked;
            matched = asked < soonest ? 0 : match(asked);
        }
        return matched;
    }

    private int match(int asked) throws IOException {
        int found = 0;
        int minimum = DocIdSetIterator.NO_MORE_DOCS;
        for (int step = 0; step < candidates.length; step++) {
            int next = nextCandidate[step];
            if (next < asked) {
                next = candidates[step].advance(asked);
                nextCandidate[step] = next;
            }
            minimum = Math.min(minimum, next);
            if (next == asked && isConfirmed(step)) {
                found |= 1 << step;
            }
        }
        soonest = minimum;
        return found;
    }

    private boolean isConfirmed(int step) throws IOException {
        TwoPhaseIterator confirmation = confirmations[step];
        return confirmation == null || confirmation.matches();
    }
}
