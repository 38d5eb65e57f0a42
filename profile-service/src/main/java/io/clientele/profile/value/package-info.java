/**
 * What a customer is worth: recency, frequency and monetary value with their scores, the value tier, the frequency class, the
 * lifecycle stage and the spending power.
 *
 * <p>All are pure functions of facts, of the population's {@link io.clientele.profile.value.ValueScale} and of
 * {@link io.clientele.profile.value.ValueRules}, whose defaults are the business's own figures.
 */
@NullMarked
package io.clientele.profile.value;

import org.jspecify.annotations.NullMarked;
