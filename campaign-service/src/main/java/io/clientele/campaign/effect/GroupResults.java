package io.clientele.campaign.effect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import io.clientele.campaign.money.Amount;

/** What customers did who were treated alike. */
@Description("What customers did who were treated alike.")
public record GroupResults(
        @Description("Each counts once, in the group of the first exposure.")
        int customers,

        @Description("Customers who reached the goal within its time, with an order that was not taken back.")
        int converted,

        @Description("converted ÷ customers; null without customers.") @Nullable
        Double conversionRate,

        @Description("Orders, or other goal events, that were not taken back.")
        int orders,

        @NonNull @Description("Of the orders, less what was paid back.")
        Amount revenue,

        @Nullable @Description("revenue ÷ orders; null without orders.")
        Amount averageOrderValue,

        @Nullable @Description("revenue ÷ customers; null without customers.")
        Amount revenuePerCustomer) {

    private static final int DECIMALS = 6;

    static GroupResults of(GroupSums sums, String currency) {
        return new GroupResults(
                Math.toIntExact(sums.customers()),
                Math.toIntExact(sums.converted()),
                sums.customers() == 0 ? null : (double) sums.converted() / sums.customers(),
                Math.toIntExact(sums.orders()),
                amount(sums.revenue(), currency),
                share(sums.revenue(), sums.orders(), currency),
                share(sums.revenue(), sums.customers(), currency));
    }

    /** An amount in millionths, of any size. */
    static Amount amount(BigInteger millionths, String currency) {
        return new Amount(new BigDecimal(millionths, DECIMALS), currency);
    }

    private static @Nullable Amount share(BigInteger millionths, long parts, String currency) {
        return parts == 0
                ? null
                : new Amount(
                        new BigDecimal(millionths, DECIMALS)
                                .divide(BigDecimal.valueOf(parts), DECIMALS, RoundingMode.HALF_EVEN),
                        currency);
    }
}
