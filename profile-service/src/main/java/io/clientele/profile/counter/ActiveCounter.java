package io.clientele.profile.counter;

import io.clientele.contract.condition.Counter;

/**
 * A counter that some definition uses.
 *
 * @param counted whether it has counted all events
 * @param indexed whether the index tells its counts of all customers
 */
record ActiveCounter(long number, Counter counter, boolean counted, boolean indexed) {}
