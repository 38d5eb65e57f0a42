package io.clientele.loader.demoshop;

/** Age bands (A1: 25-35 are over 60 %; 45+ are under 15 % and spend more an order). */
enum AgeBand {
    UNDER_25("18-24", 0.13, 0.00),
    FROM_25("25-35", 0.64, 0.02),
    FROM_36("36-44", 0.12, 0.04),
    FROM_45("45+", 0.11, 0.18);

    final String label;
    /** Of all customers. */
    final double share;
    /** How much dearer, on the catalogue's scale of 0 to 1, such customers choose. */
    final double dearer;

    AgeBand(String label, double share, double dearer) {
        this.label = label;
        this.share = share;
        this.dearer = dearer;
    }
}
