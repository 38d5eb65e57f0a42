package io.clientele.loader.demoshop;

/** City tiers (A2): the higher, the dearer the choice; lower tiers buy appliances and daily goods in 40 % of cases. */
enum CityTier {
    TIER_1("tier-1", 0.30, 0.50),
    NEW_TIER_1("new-tier-1", 0.28, 0.36),
    TIER_2("tier-2", 0.20, 0.30),
    TIER_3("tier-3", 0.22, 0.24);

    /** The share of appliances and daily goods in what the two lower tiers buy. */
    static final double NECESSITIES_IN_LOWER_TIERS = 0.40;

    final String label;
    final double share;
    /** Where customers choose on the catalogue's scale of price, from 0, the cheapest, to 1. */
    final double level;

    CityTier(String label, double share, double level) {
        this.label = label;
        this.share = share;
        this.level = level;
    }

    boolean lower() {
        return this == TIER_2 || this == TIER_3;
    }
}
