package io.clientele.loader.demoshop;

/**
 * Measured causes of loss (B6). A visit that meets a cause goes on with {@code keeps} times the probability of one that does
 * not. Since it is drawn first whether a visit goes on, the cause is drawn with its probability given that (Bayes).
 */
enum Cause {
    /** The product page loads for more than three seconds; a slow page loses 30 %. */
    SLOW_PAGE(0.12, 0.70),
    /** The visit came by a recommendation of another kind of goods; it loses 15 % of the carts. */
    IRRELEVANT_RECOMMENDATION(0.15, 0.85),
    MISSING_IMAGES(0.10, 0.80),
    MISSING_REVIEWS(0.12, 0.85),
    NO_PRICE_COMPARISON(0.15, 0.90),
    OUT_OF_STOCK(0.04, 0.0),
    /** Neither instalments nor card points are offered at the checkout. */
    MISSING_PAYMENT_METHOD(0.12, 0.75),
    PAYMENT_FAILURE(0.12, 0.45);

    /** Of the visits at the product page that go on to the cart (B5: 45 % are lost there). */
    static final double CARTED = 0.55;
    /** Of the visits at the checkout that end with an order. */
    static final double PAID = 0.66;

    /** The share of visits at the cause's step that meet it. */
    final double share;

    final double keeps;

    Cause(double share, double keeps) {
        this.share = share;
        this.keeps = keeps;
    }

    /** Decide whether a visit meets the cause, given whether it goes on and how many visits of its step do. */
    boolean met(Dice dice, boolean goesOn, double rate) {
        double rateIfMet = keeps * rate / (1 - share * (1 - keeps));
        return dice.chance(goesOn ? share * rateIfMet / rate : share * (1 - rateIfMet) / (1 - rate));
    }
}
