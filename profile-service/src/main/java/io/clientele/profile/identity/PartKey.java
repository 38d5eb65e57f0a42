package io.clientele.profile.identity;

/**
 * Which part an event folds into.
 *
 * @param home the home customer id of the part's events: a user id, or {@code anon:} and a device's anonymous id
 * @param since the start of the {@link Run} that the events lie in, in milliseconds since 1970; 0 for a user's only part
 *     and for a device's first run
 */
public record PartKey(String home, long since) {}
