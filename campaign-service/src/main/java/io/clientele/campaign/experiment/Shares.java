package io.clientele.campaign.experiment;

/** The range of shares. */
final class Shares {

    private Shares() {}

    /** Refuses what is no share, not-a-number among them. */
    static void check(String name, double share, double most) {
        if (!(share >= 0 && share <= most)) {
            throw new IllegalArgumentException(name + " must be between 0 and " + most + ", not " + share);
        }
    }
}
