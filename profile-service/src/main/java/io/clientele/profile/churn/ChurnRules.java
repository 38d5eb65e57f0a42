package io.clientele.profile.churn;

import java.time.Duration;

/**
 * From when on something is a signal, and how much it says. The defaults are the business's, where it has any. Shares are from 0 to 1;
 * weights are percentage points of churn probability.
 *
 * @param silentDays business days without login or visit (7)
 * @param browsingDrop the share by which browsing time fell (0.5)
 * @param leastDwell dwell before the fall below which nothing is concluded (1 minute)
 * @param cartAge the cart's age that must be exceeded (7 days of 24 hours)
 * @param stretch times the customer's own cycle (2)
 * @param orderValueDrop the share by which the mean order value fell (0.3)
 * @param behaviourWeight of each of the first three signals (20: the three together are the business's 60)
 * @param tradeWeight of each of the other two (30)
 * @param mediumFrom the probability from which the risk is medium (40)
 * @param highFrom from which it is high (60)
 */
public record ChurnRules(
        int silentDays,
        double browsingDrop,
        Duration leastDwell,
        Duration cartAge,
        double stretch,
        double orderValueDrop,
        int behaviourWeight,
        int tradeWeight,
        int mediumFrom,
        int highFrom) {

    public static final ChurnRules DEFAULT =
            new ChurnRules(7, 0.5, Duration.ofMinutes(1), Duration.ofDays(7), 2, 0.3, 20, 30, 40, 60);

    public ChurnRules {
        within("silentDays", silentDays, 1, 3_650);
        share("browsingDrop", browsingDrop);
        share("orderValueDrop", orderValueDrop);
        within("leastDwell", leastDwell.toMillis(), 1, Long.MAX_VALUE);
        within("cartAge", cartAge.toMillis(), 1, Duration.ofDays(3_650).toMillis());
        if (!(stretch > 1) || Double.isInfinite(stretch)) {
            throw new IllegalArgumentException("stretch is not above 1");
        }
        within("behaviourWeight", behaviourWeight, 1, 100);
        within("tradeWeight", tradeWeight, 1, 100);
        within("mediumFrom", mediumFrom, 1, 100);
        within("highFrom", highFrom, mediumFrom, 100);
    }

    private static void share(String name, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " is not above 0 and at most 1");
        }
    }

    private static void within(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " is not between " + least + " and " + most);
        }
    }
}
