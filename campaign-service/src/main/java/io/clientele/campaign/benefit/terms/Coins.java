package io.clientele.campaign.benefit.terms;

import java.util.Currency;

/** The smallest coins of currencies. */
public final class Coins {

    private static final int DECIMALS = 6;

    private Coins() {}

    /** Whether there is money of this name: a currency of ISO 4217 that has coins, so neither gold nor testing. */
    public static boolean exist(String currency) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(known -> known.getCurrencyCode().equals(currency) && known.getDefaultFractionDigits() >= 0);
    }

    /** An amount in millionths without what is less than a coin. */
    static long cut(long millionths, String currency) {
        long coin = coin(currency);
        return millionths / coin * coin;
    }

    /** The smallest coin in millionths: of CNY 10,000, of JPY 1,000,000. */
    static long coin(String currency) {
        long coin = 1;
        for (int decimal = Currency.getInstance(currency).getDefaultFractionDigits(); decimal < DECIMALS; decimal++) {
            coin *= 10;
        }
        return coin;
    }
}
