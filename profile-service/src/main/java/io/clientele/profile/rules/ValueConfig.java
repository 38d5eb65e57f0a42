package io.clientele.profile.rules;

import java.math.BigDecimal;
import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where value tiers, classes and stages are cut; amounts in units of the main currency; see {@link io.clientele.profile.value.ValueRules}. */
@ConfigMapping(prefix = "clientele.value")
interface ValueConfig {

    @WithDefault("30")
    int loyalRecencyDays();

    @WithDefault("5")
    int loyalFrequency();

    @WithDefault("5000")
    BigDecimal loyalMonetary();

    @WithDefault("90")
    int churnRecencyDays();

    @WithDefault("2")
    int churnFrequency();

    @WithDefault("1000")
    BigDecimal churnMonetary();

    @WithDefault("4")
    int highFrequencyOrders();

    @WithDefault("1")
    int lowFrequencyOrders();

    @WithDefault("2")
    int potentialVisits();

    @WithDefault("3m")
    Duration potentialDwell();

    @WithDefault("1")
    int intentProducts();

    @WithDefault("2")
    int intentVisits();

    @WithDefault("3")
    int loyalRepurchases();

    @WithDefault("30")
    int loyalCycleDays();

    @WithDefault("90")
    int dormantDays();

    @WithDefault("1.5")
    double highSpending();

    @WithDefault("0.5")
    double lowSpending();
}
