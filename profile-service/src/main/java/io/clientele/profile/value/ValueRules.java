package io.clientele.profile.value;

import java.time.Duration;

/**
 * The figures that value tiers, classes and stages are cut at. The defaults are the business's. Amounts are in millionths of the
 * main currency, days are business days.
 *
 * @param loyalRecencyDays a loyal customer's R is at most this (30)
 * @param loyalFrequency a loyal customer's F is at least this (5)
 * @param loyalMonetary a loyal customer's M is at least this (5,000 units)
 * @param churnRecencyDays a potential churner's R is over this (90); not below {@code loyalRecencyDays}
 * @param churnFrequency a potential churner's F is at most this (2)
 * @param churnMonetary a potential churner's M is below this (1,000 units)
 * @param highFrequencyOrders orders of a month from which frequency is high (4)
 * @param lowFrequencyOrders orders of a quarter up to which frequency is low (1)
 * @param potentialVisits the most visits of a potential customer (2)
 * @param potentialDwell the dwell that a potential customer stays below (3 minutes)
 * @param intentProducts the fewest products in the cart that show intent (1)
 * @param intentVisits the fewest visits within 3 days that show intent (2)
 * @param loyalRepurchases the fewest repurchases of the loyal stage (3)
 * @param loyalCycleDays the cycle that the loyal stage stays below (30)
 * @param dormantDays days without a visit or an order from which a customer is dormant (90)
 * @param highSpending times the platform's mean order value from which spending power is high (1.5)
 * @param lowSpending times the platform's mean order value below which spending power is low (0.5)
 */
public record ValueRules(
        int loyalRecencyDays,
        int loyalFrequency,
        long loyalMonetary,
        int churnRecencyDays,
        int churnFrequency,
        long churnMonetary,
        int highFrequencyOrders,
        int lowFrequencyOrders,
        int potentialVisits,
        Duration potentialDwell,
        int intentProducts,
        int intentVisits,
        int loyalRepurchases,
        int loyalCycleDays,
        int dormantDays,
        double highSpending,
        double lowSpending) {

    private static final long UNIT = 1_000_000;

    public static final ValueRules DEFAULT = new ValueRules(
            30, 5, 5_000 * UNIT, 90, 2, 1_000 * UNIT, 4, 1, 2, Duration.ofMinutes(3), 1, 2, 3, 30, 90, 1.5, 0.5);

    public ValueRules {
        atLeast("loyalRecencyDays", loyalRecencyDays, 0);
        atLeast("loyalFrequency", loyalFrequency, 1);
        atLeast("loyalMonetary", loyalMonetary, 0);
        atLeast("churnRecencyDays", churnRecencyDays, loyalRecencyDays);
        atLeast("churnFrequency", churnFrequency, 0);
        atLeast("churnMonetary", churnMonetary, 0);
        atLeast("highFrequencyOrders", highFrequencyOrders, 1);
        atLeast("lowFrequencyOrders", lowFrequencyOrders, 0);
        atLeast("potentialVisits", potentialVisits, 1);
        atLeast("potentialDwell", potentialDwell.toMillis(), 1);
        atLeast("intentProducts", intentProducts, 1);
        atLeast("intentVisits", intentVisits, 1);
        atLeast("loyalRepurchases", loyalRepurchases, 1);
        atLeast("loyalCycleDays", loyalCycleDays, 1);
        atLeast("dormantDays", dormantDays, 1);
        if (!(lowSpending > 0) || !(highSpending > lowSpending) || Double.isInfinite(highSpending)) {
            throw new IllegalArgumentException("highSpending is not above lowSpending, or lowSpending not above 0");
        }
    }

    private static void atLeast(String name, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " is below " + least);
        }
    }
}
