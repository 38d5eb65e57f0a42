package io.clientele.profile.identity;

/**
 * A part as it is stored, as far as identity is concerned.
 *
 * @param node whom it belongs to: a user id, or the {@code anon:} id of a device that nobody claimed
 * @param customer the customer that the node is in
 * @param firstAt the earliest event's time, in milliseconds since 1970
 * @param lastAt the latest event's time, likewise
 */
public record KnownPart(PartKey key, String node, String customer, long firstAt, long lastAt) {}
