package io.clientele.campaign.audience;

import org.jspecify.annotations.Nullable;

import io.clientele.edge.CodedException;

/** profile-service did not answer, or refused what it was asked. */
final class ProfileFailure extends CodedException {

    private static final long serialVersionUID = 1L;

    private ProfileFailure(String code, @Nullable String field, String message) {
        super(code, field, message);
    }

    /** The same question is good again later. */
    static ProfileFailure away(String reason) {
        return new ProfileFailure("PROFILES_UNAVAILABLE", null, "profile-service " + reason);
    }

    /** It said why; the code is its own. */
    static ProfileFailure refused(String code, @Nullable String field, String message) {
        return new ProfileFailure(code, field, message);
    }
}
