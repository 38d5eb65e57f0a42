/**
 * Conditions as clients write them, the same in every service: {@link io.clientele.edge.condition.ConditionInput} is read
 * into the grammar of the contract, once as a condition on events and once as one on customers.
 *
 * <p>Composition keeps of an input type only the fields that all services know, so the type is written once, here.
 */
@NullMarked
package io.clientele.edge.condition;

import org.jspecify.annotations.NullMarked;
