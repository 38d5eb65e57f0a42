package io.clientele.profile.customer;

import io.clientele.profile.value.ValueScale;

/**
 * The scale that customers are measured by.
 *
 * @param number rises whenever the scale changes
 */
record Scale(long number, ValueScale value) {}
