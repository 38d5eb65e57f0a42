package io.clientele.funnel.funnel;

import org.jspecify.annotations.Nullable;

import io.clientele.edge.funnel.FunnelOutcome;

/**
 * Which customers of a funnel are listed.
 *
 * @param step the step that they reached, from 1
 * @param size most customers of a page, 1 to {@value #MOST}
 * @param after the place in the list that the page comes after; null for its beginning
 */
record CustomersQuestion(
        FunnelQuestion funnel,
        int step,
        FunnelOutcome outcome,
        int size,
        @Nullable CustomerPlace after) {

    /** What the aggregation names at once. */
    static final int MOST = 10_000;

    CustomersQuestion {
        int steps = funnel.steps().size();
        // Who reached the last step has nowhere to drop.
        int last = outcome == FunnelOutcome.DROPPED ? steps - 1 : steps;
        if (step < 1 || step > last) {
            throw new FunnelFailure.StepOutOfRange(last).exception();
        }
        if (funnel.breakdown() != null) {
            throw new FunnelFailure.BreakdownNotListed().exception();
        }
    }
}
