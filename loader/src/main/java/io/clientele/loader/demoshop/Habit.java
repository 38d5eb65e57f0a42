package io.clientele.loader.demoshop;

/**
 * How customers come and buy. The shares of those who buy are of all buyers and follow C1: 8 % loyal, 25 % potential churn;
 * the others are made so that they fall under neither definition, whatever the day's chance.
 */
enum Habit {
    /** Browses once or twice for less than three minutes in all and never fills a cart (C3: potential). */
    LOOKER(0, 0, 0, 0, 0, 0, 0, 0, 0),
    /** Fills a cart, comes twice within three days and does not buy (C3: intent). */
    HESITANT(0, 0, 0, 0, 0, 0, 0, 0, 0),
    /** Loyal, at least four orders a month of fast-moving goods (C2: high frequency). */
    FREQUENT(0.04, 15, 18, 1, 8, 6.4, 7.0, 7_200, 9_900),
    /** Loyal: last order within 30 days, at least five orders, at least 5,000 yuan. */
    FAITHFUL(0.04, 8, 13, 1, 27, 18, 27, 7_200, 9_900),
    /** Potential churn: last order more than 90 days ago, at most two orders, less than 1,000 yuan. */
    LEAVING(0.25, 1, 2, 96, 300, 15, 50, 0, 940),
    /** At risk: spent much, last order 35 to 150 days ago. */
    FADING(0.17, 3, 5, 35, 150, 20, 45, 0, 20_000),
    /** Growing: one to four orders, the last one at most 85 days ago. */
    GROWING(0.50, 1, 4, 2, 85, 20, 75, 0, 20_000);

    final double shareOfBuyers;
    final int fewestOrders;
    final int mostOrders;
    /** Days from the last order to the end of the shop's time, least and most. */
    final int lastOrderFrom;

    final int lastOrderTo;
    /** Days between orders, least and most. */
    final double cycleFrom;

    final double cycleTo;
    /** Revenue of a year in yuan: what it is lifted to at least and what it stays below. */
    final int leastRevenue;

    final int mostRevenue;

    Habit(
            double shareOfBuyers,
            int fewestOrders,
            int mostOrders,
            int lastOrderFrom,
            int lastOrderTo,
            double cycleFrom,
            double cycleTo,
            int leastRevenue,
            int mostRevenue) {
        this.shareOfBuyers = shareOfBuyers;
        this.fewestOrders = fewestOrders;
        this.mostOrders = mostOrders;
        this.lastOrderFrom = lastOrderFrom;
        this.lastOrderTo = lastOrderTo;
        this.cycleFrom = cycleFrom;
        this.cycleTo = cycleTo;
        this.leastRevenue = leastRevenue;
        this.mostRevenue = mostRevenue;
    }

    boolean buys() {
        return shareOfBuyers > 0;
    }
}
