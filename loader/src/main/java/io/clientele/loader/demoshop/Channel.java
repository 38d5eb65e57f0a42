package io.clientele.loader.demoshop;

/**
 * Channels (A4): a new customer through the app costs 25 % less than through the mini-program; of the third-party
 * platform's visitors 8 % become customers, who stay three months; repurchase in the mini-program is 12 % above the app's.
 */
enum Channel {
    APP("app", 0.48, 60, 0.27, 0.50),
    MINI_PROGRAM("mini_program", 0.32, 80, 0.26, 0.56),
    PC("pc", 0, 72, 0.22, 0.48),
    THIRD_PARTY("third_party", 0.20, 95, 0.08, 0.45);

    /** The longest time in days from the first to the last order of a third-party customer. */
    static final int THIRD_PARTY_SPAN_DAYS = 80;

    final String label;
    /** Of the customers with a telephone; those with a PC come through the PC channel. */
    final double shareOfMobile;
    /** What a new customer costs, in yuan. */
    final int costOfCustomer;
    /** The share of visitors who ever buy. */
    final double conversion;
    /** The share of buyers with at least two orders. */
    final double repurchase;

    Channel(String label, double shareOfMobile, int costOfCustomer, double conversion, double repurchase) {
        this.label = label;
        this.shareOfMobile = shareOfMobile;
        this.costOfCustomer = costOfCustomer;
        this.conversion = conversion;
        this.repurchase = repurchase;
    }
}
