package io.clientele.funnel.funnel;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.clientele.edge.funnel.FunnelAnchor;
import io.clientele.edge.funnel.FunnelEntity;
import io.clientele.funnel.question.TimeRange;

/**
 * A funnel that can be computed.
 *
 * @param steps 1 to {@value #MOST_STEPS}, in order
 */
record FunnelQuestion(
        List<Step> steps,
        Window window,
        FunnelAnchor anchor,
        boolean strictIncrease,
        FunnelEntity entity,
        TimeRange range,
        @Nullable Breakdown breakdown) {

    /** What the aggregation can tell apart. */
    static final int MOST_STEPS = 32;

    FunnelQuestion {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new FunnelFailure.NoSteps().exception();
        }
        if (steps.size() > MOST_STEPS) {
            throw new FunnelFailure.TooManySteps(steps.size()).exception();
        }
    }
}
