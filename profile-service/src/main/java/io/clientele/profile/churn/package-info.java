/**
 * Churn: the signals that a customer is leaving, each with the numbers that show it, the risk that follows from them, and the
 * value at risk.
 *
 * <p>All are pure functions of facts and of {@link io.clientele.profile.churn.ChurnRules}, whose defaults are the business's.
 */
@NullMarked
package io.clientele.profile.churn;

import org.jspecify.annotations.NullMarked;
