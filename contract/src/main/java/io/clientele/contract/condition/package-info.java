/**
 * Conditions on events and customers: a closed grammar, evaluated in Java and compiled to Elasticsearch with the same
 * answer, which a test holds on random conditions over a real index. There is no expression language and no
 * scripting: what a condition cannot say, input cannot make happen.
 *
 * <p>A {@link io.clientele.contract.condition.Condition} is only a form. It gains its meaning in a scope, which checks
 * it: {@link io.clientele.contract.condition.EventCondition} for one event, {@link
 * io.clientele.contract.condition.CustomerCondition} for a customer with traits and a history of events, {@link
 * io.clientele.contract.condition.SegmentCondition} for a customer as profile-service knows it.
 */
@NullMarked
package io.clientele.contract.condition;

import org.jspecify.annotations.NullMarked;
