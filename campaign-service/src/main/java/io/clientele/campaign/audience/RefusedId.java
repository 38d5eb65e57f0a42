package io.clientele.campaign.audience;

/**
 * profile-service refused a question because of one of the ids in it. Unlike a {@link ProfileFailure} it is the fault of what
 * named the id: the same question fails again, and whoever asked for many divides them.
 */
final class RefusedId extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedId(Throwable refusal) {
        super("profile-service refuses an id: " + refusal.getMessage(), refusal);
    }
}
