package io.clientele.campaign.money;

import java.math.BigDecimal;

import io.clientele.edge.text.TextRefusal;

/** Reads amounts that clients give in units of a currency. */
public final class Millionths {

    private static final int DECIMALS = 6;
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

    private Millionths() {}

    /**
     * An amount in millionths.
     *
     * @param amount 0 to a million million units, at most six decimals
     * @throws io.clientele.edge.CodedException {@code INVALID_VALUE} naming the field
     */
    public static long of(String field, BigDecimal amount) {
        if (amount.signum() < 0) {
            throw new TextRefusal.InvalidText(field, "must not be negative").exception();
        }
        // Before anything is computed: a number such as 1e999999999 would be expanded.
        if (amount.precision() - (long) amount.scale() > MOST.precision() || amount.compareTo(MOST) > 0) {
            throw new TextRefusal.InvalidText(field, "must be at most " + MOST.toPlainString()).exception();
        }
        if (amount.signum() == 0) {
            return 0;
        }
        BigDecimal stripped = amount.stripTrailingZeros();
        if (stripped.scale() > DECIMALS) {
            throw new TextRefusal.InvalidText(field, "must have at most six decimals").exception();
        }
        return stripped.movePointRight(DECIMALS).longValueExact();
    }

    /** Likewise, of an amount that is more than nothing. */
    public static long positive(String field, BigDecimal amount) {
        long millionths = of(field, amount);
        if (millionths == 0) {
            throw new TextRefusal.InvalidText(field, "must be more than 0").exception();
        }
        return millionths;
    }
}
