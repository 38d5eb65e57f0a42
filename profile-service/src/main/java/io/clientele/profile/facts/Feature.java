package io.clientele.profile.facts;

/** What is tallied of a customer's events to find out what it prefers. */
enum Feature {
    CHANNEL(1),
    /** The device's type. */
    DEVICE(2),
    OS(3),
    COUNTRY(4),
    REGION(5),
    CITY(6),
    CITY_TIER(7),
    /** Of products looked at or put into the cart. */
    CATEGORY(8),
    /** Currency and {@link PriceBand} of products looked at, put into the cart or ordered. */
    PRICE_BAND(9);

    private static final int FEW = 64;
    private static final int MANY = 256;

    /** What a ledger is stored with: never changed, never used again. */
    final int code;

    Feature(int code) {
        this.code = code;
    }

    static Feature of(long code) {
        for (Feature feature : values()) {
            if (feature.code == code) {
                return feature;
            }
        }
        throw new IllegalArgumentException("No feature has the code " + code);
    }

    /** How many different texts are kept. */
    int most() {
        return this == CATEGORY ? MANY : FEW;
    }
}
