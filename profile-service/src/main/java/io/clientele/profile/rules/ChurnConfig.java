package io.clientele.profile.rules;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** From when on something is a churn signal; see {@link io.clientele.profile.churn.ChurnRules}. */
@ConfigMapping(prefix = "clientele.churn")
interface ChurnConfig {

    @WithDefault("7")
    int silentDays();

    @WithDefault("0.5")
    double browsingDrop();

    @WithDefault("1m")
    Duration leastDwell();

    @WithDefault("7d")
    Duration cartAge();

    @WithDefault("2")
    double stretch();

    @WithDefault("0.3")
    double orderValueDrop();

    @WithDefault("20")
    int behaviourWeight();

    @WithDefault("30")
    int tradeWeight();

    @WithDefault("40")
    int mediumFrom();

    @WithDefault("60")
    int highFrom();
}
