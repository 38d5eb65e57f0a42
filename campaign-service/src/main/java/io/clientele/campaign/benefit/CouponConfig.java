package io.clientele.campaign.benefit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How what expired coupons held is given back. */
@ConfigMapping(prefix = "clientele.coupons")
interface CouponConfig {

    /** How often expired coupons are looked for. */
    @WithDefault("5s")
    Duration expireEvery();

    /** Most coupons that are expired in one transaction, 1 to 10000. */
    @WithDefault("500")
    @Min(1)
    @Max(10_000)
    int expireCoupons();

    /**
     * The sources whose {@code Order Cancelled} gives a coupon back; if not set, all but what shoppers track themselves,
     * which never does.
     */
    Optional<List<String>> cancelledBy();

    /** The longest rest between two tries after failures. */
    @WithDefault("30s")
    Duration longestRetry();
}
