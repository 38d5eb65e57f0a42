/**
 * What every question to the events has in common: a {@link io.clientele.funnel.question.TimeRange range of time},
 * conditions, a page of a Relay connection, the search itself, and how a question is refused.
 *
 * <p>A feature's failures are a sealed extension of {@link io.clientele.funnel.question.Refusal}; those that several
 * features share are {@link io.clientele.funnel.question.QuestionFailure}.
 */
@NullMarked
package io.clientele.funnel.question;

import org.jspecify.annotations.NullMarked;
