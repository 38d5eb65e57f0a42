package io.clientele.profile.rekey;

/** funnel-service did nothing for any task of a request, or does not tell what; they are sent again. */
final class RekeyFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RekeyFailure(String message) {
        super(message, null, false, false);
    }
}
