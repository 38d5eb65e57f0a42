package io.clientele.profile.erasure;

/** funnel-service did not do as it was asked; it is asked again. */
final class FunnelTrouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FunnelTrouble(String message) {
        super(message, null, false, false);
    }
}
