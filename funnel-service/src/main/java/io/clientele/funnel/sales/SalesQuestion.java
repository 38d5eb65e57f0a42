package io.clientele.funnel.sales;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.condition.EventCondition;
import io.clientele.funnel.question.TimeRange;

/**
 * A question about sales that can be answered.
 *
 * @param filter which events count; all if null
 */
record SalesQuestion(TimeRange range, @Nullable EventCondition filter) {}
