package io.clientele.loader.demoshop;

/** Genders and the two hours of the day at which each is most active (A4: women 20-22h, men 12-14h). */
enum Gender {
    FEMALE("female", 0.58, 20),
    MALE("male", 0.42, 12);

    /** The share of visits that begin within the two active hours. */
    static final double ACTIVE_HOURS_SHARE = 0.45;

    final String label;
    final double share;
    /** The first of the two active hours, in the shop's zone. */
    final int activeFrom;

    Gender(String label, double share, int activeFrom) {
        this.label = label;
        this.share = share;
        this.activeFrom = activeFrom;
    }
}
