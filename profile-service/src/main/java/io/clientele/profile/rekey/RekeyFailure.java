package io.clientele.profile.rekey;

/** funnel-service did not do as it was asked; it is asked again. */
final class RekeyFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RekeyFailure(String message) {
        super(message, null, false, false);
    }
}
