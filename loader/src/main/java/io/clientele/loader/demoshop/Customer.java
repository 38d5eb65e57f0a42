package io.clientele.loader.demoshop;

/**
 * A customer or visitor of the shop.
 *
 * @param number counted from one
 * @param known whether the visitor ever tells who it is; all buyers do
 */
record Customer(
        long number,
        AgeBand age,
        Gender gender,
        City city,
        Device device,
        Channel channel,
        Habit habit,
        boolean known) {

    String userId() {
        return "customer-" + number;
    }

    String anonymousId() {
        return "device-" + number;
    }

    /** Where the customer chooses on the catalogue's scale of price. */
    double level() {
        return city.tier.level + age.dearer;
    }

    String spending() {
        return level() < 0.3 ? "low" : level() < 0.5 ? "middle" : "high";
    }
}
