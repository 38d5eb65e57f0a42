/**
 * A customer as clients of GraphQL see it: what was said of it, what its events add up to, what that is worth and who is
 * behind it.
 *
 * <p>A {@link io.clientele.profile.card.Customer} is an id; each of its fields is read when it is asked for. What all the
 * customers of one request are asked for at the same time is read from PostgreSQL at once, see
 * {@link io.clientele.profile.card.CustomerReading}.
 */
@NullMarked
package io.clientele.profile.card;

import org.jspecify.annotations.NullMarked;
