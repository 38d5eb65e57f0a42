package io.clientele.campaign.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

import io.smallrye.graphql.api.federation.Shareable;

/**
 * An amount of money as clients see it.
 *
 * @param amount in units of the currency, without superfluous zeros
 * @param currency three capital letters, as in ISO 4217
 */
@Type("Money")
@Shareable
@Description("An amount of money.")
public record Amount(
        @NonNull @Description("In units of the currency, at most six decimals.")
        BigDecimal amount,

        @NonNull @Description("Three capital letters, as in ISO 4217.")
        String currency) {

    private static final int DECIMALS = 6;

    public Amount {
        BigDecimal stripped = amount.stripTrailingZeros();
        amount = stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }

    /** An amount in millionths. */
    public static Amount of(long millionths, String currency) {
        return new Amount(BigDecimal.valueOf(millionths, DECIMALS), currency);
    }

    /** An amount in millionths, if there is one. */
    public static @Nullable Amount ofNullable(@Nullable Long millionths, String currency) {
        return millionths == null ? null : of(millionths, currency);
    }
}
