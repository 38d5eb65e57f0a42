/**
 * What this service adds to a customer: the journey, every event in order of time, as a Relay connection.
 *
 * <p>{@code CustomerApi} is the GraphQL of it and resolves the entity {@code Customer} for the gateway. A shopper sees
 * nobody but itself.
 */
@NullMarked
package io.clientele.funnel.journey;

import org.jspecify.annotations.NullMarked;
