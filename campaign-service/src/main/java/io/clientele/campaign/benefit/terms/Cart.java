package io.clientele.campaign.benefit.terms;

/**
 * What is about to be bought.
 *
 * @param currency three capital letters, as in ISO 4217
 * @param goods what the goods cost together, in millionths, not negative
 * @param shipping what sending them costs, in millionths, not negative; both together at most {@value #MOST}
 */
public record Cart(String currency, long goods, long shipping) {

    /** A million million units: more than any order, and sums of it fit a long. */
    public static final long MOST = 1_000_000_000_000_000_000L;

    public Cart {
        if (goods < 0 || shipping < 0 || goods > MOST || shipping > MOST - goods) {
            throw new IllegalArgumentException("a cart of " + goods + " and " + shipping + " millionths");
        }
    }

    /** Goods and shipping, in millionths. */
    public long total() {
        return goods + shipping;
    }
}
