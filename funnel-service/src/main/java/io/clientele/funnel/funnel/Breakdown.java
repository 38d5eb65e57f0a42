package io.clientele.funnel.funnel;

import io.clientele.funnel.question.EventFields;
import io.clientele.funnel.question.QuestionFailure;

/**
 * A field that a funnel is computed for each value of.
 *
 * @param field one that events can be grouped by
 * @param limit how many values at most, 1 to {@value #MOST}
 */
record Breakdown(String field, int limit) {

    static final int MOST = 1_000;
    static final int DEFAULT_LIMIT = 25;

    Breakdown {
        EventFields.groupable("input.breakdown.field", field);
        if (limit < 1 || limit > MOST) {
            throw new QuestionFailure.InvalidLimit("input.breakdown.limit", MOST).exception();
        }
    }
}
