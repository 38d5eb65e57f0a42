package io.clientele.funnel.traffic;

import java.time.ZoneId;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The shop's business calendar. */
@ConfigMapping(prefix = "clientele.business")
interface BusinessConfig {

    /** The zone whose days, weeks and months are counted by where a question names none, such as {@code Asia/Shanghai}. */
    @WithDefault("UTC")
    ZoneId zone();
}
