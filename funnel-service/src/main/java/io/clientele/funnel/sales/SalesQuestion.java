package io.clientele.funnel.sales;

import io.clientele.funnel.question.TimeRange;

/** A question about sales that can be answered. */
record SalesQuestion(TimeRange range) {}
