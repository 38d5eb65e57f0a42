package io.clientele.profile.rules;

import java.util.List;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How facts are counted; see {@link io.clientele.profile.facts.FactsRules}. */
@ConfigMapping(prefix = "clientele.facts")
interface FactsConfig {

    @WithDefault("365")
    int yearDays();

    @WithDefault("30")
    int monthDays();

    @WithDefault("90")
    int quarterDays();

    @WithDefault("3")
    int visitDays();

    @WithDefault("30")
    int dwellDays();

    @WithDefault("90")
    int orderValueDays();

    @WithDefault("false")
    boolean netOfRefunds();

    @WithDefault("Signed In,Signed Up,Login")
    List<String> logins();
}
