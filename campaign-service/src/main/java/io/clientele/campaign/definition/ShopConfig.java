package io.clientele.campaign.definition;

import java.time.ZoneId;

import jakarta.validation.constraints.Pattern;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The shop's calendar and money. */
@ConfigMapping(prefix = "clientele.business")
public interface ShopConfig {

    /** The zone whose days and hours count for the shop, and for customers of whom no zone is known. */
    @WithDefault("UTC")
    ZoneId zone();

    /** The main currency: three capital letters, as in ISO 4217. */
    @WithDefault("CNY")
    @Pattern(regexp = "[A-Z]{3}")
    String currency();
}
