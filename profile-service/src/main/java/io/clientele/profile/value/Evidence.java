package io.clientele.profile.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A number that an answer rests on.
 *
 * @param fact its name as a field of the customer, such as {@code recency_days}
 * @param value in the field's unit; money in units of the main currency
 */
public record Evidence(String fact, BigDecimal value) {

    private static final int DECIMALS_OF_MONEY = 6;

    public static Evidence of(String fact, long value) {
        return new Evidence(fact, BigDecimal.valueOf(value));
    }

    public static Evidence of(String fact, double value) {
        return new Evidence(fact, BigDecimal.valueOf(value));
    }

    public static Evidence money(String fact, long millionths) {
        return new Evidence(fact, BigDecimal.valueOf(millionths, DECIMALS_OF_MONEY));
    }

    /** Those that there are. */
    static List<Evidence> list(@Nullable Evidence... evidence) {
        List<Evidence> present = new ArrayList<>(evidence.length);
        for (Evidence each : evidence) {
            if (each != null) {
                present.add(each);
            }
        }
        return List.copyOf(present);
    }
}
