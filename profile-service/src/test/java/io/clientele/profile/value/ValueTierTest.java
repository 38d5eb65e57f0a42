package io.clientele.profile.value;

import org.junit.jupiter.api.Test;

import io.clientele.profile.sample.Shopper;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class ValueTierTest {

    private static final long UNIT = 1_000_000;

    @Test
    void withoutAnOrderThereIsNoTier() {
        assertThat(new Shopper()
                        .visit("a", Shopper.daysAgo(1), 1)
                        .portrait()
                        .value()
                        .tier())
                .isEqualTo(ValueTier.NONE);
    }

    @Test
    void loyalIsWithinThirtyDaysAndFiveOrdersAndFiveThousand() {
        assertThat(tier(5, 30, "1000")).isEqualTo(ValueTier.LOYAL);
        assertThat(tier(5, 30, "999.99")).isEqualTo(ValueTier.GROWING);
        assertThat(tier(4, 30, "1250")).isEqualTo(ValueTier.GROWING);
        assertThat(tier(5, 31, "1000")).isEqualTo(ValueTier.AT_RISK_HIGH_VALUE);
        assertThat(tier(5, 31, "999.99")).isEqualTo(ValueTier.GROWING);
    }

    @Test
    void potentialChurnIsOverNinetyDaysAndTwoOrdersAndBelowAThousand() {
        assertThat(tier(2, 91, "499.99")).isEqualTo(ValueTier.POTENTIAL_CHURN);
        assertThat(tier(2, 90, "499.99")).isEqualTo(ValueTier.GROWING);
        assertThat(tier(3, 91, "1")).isEqualTo(ValueTier.AT_RISK_HIGH_VALUE);
        assertThat(tier(2, 91, "500")).isEqualTo(ValueTier.AT_RISK_HIGH_VALUE);
    }

    @Test
    void whoOrderedOnlyLongAgoIsPotentialChurn() {
        assertThat(tier(9, 400, "9000")).isEqualTo(ValueTier.POTENTIAL_CHURN);
    }

    /** Each definition by itself, as the documentation has it: exactly one holds of anybody with an order. */
    @Property(tries = 3_000)
    void tiersOfBuyersAreTotalAndDisjoint(
            @ForAll @IntRange(max = 200) int recency,
            @ForAll @IntRange(max = 8) int frequency,
            @ForAll @IntRange(max = 7_000) int units) {
        boolean loyal = recency <= 30 && frequency >= 5 && units >= 5_000;
        boolean churn = recency > 90 && frequency <= 2 && units < 1_000;
        boolean atRisk = (recency > 90 && (frequency > 2 || units >= 1_000)) || (recency > 30 && units >= 5_000);
        boolean growing =
                (recency <= 30 && (frequency < 5 || units < 5_000)) || (recency > 30 && recency <= 90 && units < 5_000);
        assertThat((loyal ? 1 : 0) + (churn ? 1 : 0) + (atRisk ? 1 : 0) + (growing ? 1 : 0))
                .isEqualTo(1);
        ValueTier tier = ValueTier.of(new Rfm((long) recency, frequency, units * UNIT), ValueRules.DEFAULT);
        assertThat(tier == ValueTier.LOYAL).isEqualTo(loyal);
        assertThat(tier == ValueTier.POTENTIAL_CHURN).isEqualTo(churn);
        assertThat(tier == ValueTier.AT_RISK_HIGH_VALUE).isEqualTo(atRisk);
        assertThat(tier == ValueTier.GROWING).isEqualTo(growing);
        assertThat(ValueTier.ofBuyers()).contains(tier);
    }

    /** So many orders of an amount, all on one day. */
    private static ValueTier tier(int orders, int daysAgo, String each) {
        Shopper shopper = new Shopper();
        for (int i = 0; i < orders; i++) {
            shopper.order(Shopper.daysAgo(daysAgo), each);
        }
        return shopper.portrait().value().tier();
    }
}
