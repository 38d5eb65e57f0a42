package io.clientele.profile.rekey;

import io.clientele.profile.identity.Run;

/**
 * Says under which customer events are to be found.
 *
 * @param home the events' home customer id
 * @param since the earliest of their times, in milliseconds since 1970
 * @param until their times are before this; {@link Run#FOR_EVER}: there is no end
 * @param customer the customer; the home itself if they are to lie where they came
 */
public record RekeyTask(String home, long since, long until, String customer) {}
