/**
 * How often, and at which hours, customers may be contacted: pure, and without any framework.
 *
 * <p>Days, weeks and months are the customer's own; a week begins on Monday. Where clocks are put forward or back, what counts
 * is the time that the customer's clock shows.
 */
@NullMarked
package io.clientele.campaign.policy.rules;

import org.jspecify.annotations.NullMarked;
