/**
 * Decides about enrolments that are due, each once: whether the customer is contacted, with what, or why not.
 *
 * <p>{@link io.clientele.campaign.decision.Deciding} is a function of what is known; {@link
 * io.clientele.campaign.decision.DecisionRound} takes what is due, asks profile-service, and stores every decision with the
 * coupons, the spending and the deliveries that it causes in one transaction.
 */
@NullMarked
package io.clientele.campaign.decision;

import org.jspecify.annotations.NullMarked;
