package io.clientele.profile.fold;

import io.clientele.profile.identity.Run;

/**
 * A home's events of all times or of a stretch of it.
 *
 * @param home a user id, or the {@code anon:} id of a device
 * @param since the earliest of their times, in milliseconds since 1970
 * @param until their times are before this; {@link Run#FOR_EVER}: there is no end
 */
public record Stretch(String home, long since, long until) {

    /** All of a home. */
    static Stretch whole(String home) {
        return new Stretch(home, 0, Run.FOR_EVER);
    }

    /** Whether it is all of the home. */
    public boolean whole() {
        return since == 0 && until == Run.FOR_EVER;
    }
}
