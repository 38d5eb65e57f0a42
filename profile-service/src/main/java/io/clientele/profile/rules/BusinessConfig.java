package io.clientele.profile.rules;

import java.time.ZoneId;

import jakarta.validation.constraints.Pattern;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The shop's calendar and money. */
@ConfigMapping(prefix = "clientele.business")
interface BusinessConfig {

    /** The zone whose days and hours count, such as {@code Asia/Shanghai}. Changing it asks for a rebuild. */
    @WithDefault("UTC")
    ZoneId zone();

    /** The main currency: three capital letters, as in ISO 4217. */
    @WithDefault("CNY")
    @Pattern(regexp = "[A-Z]{3}")
    String currency();
}
