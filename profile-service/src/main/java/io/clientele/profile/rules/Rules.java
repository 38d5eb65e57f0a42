package io.clientele.profile.rules;

import java.math.BigDecimal;
import java.util.function.Supplier;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.clientele.profile.churn.ChurnRules;
import io.clientele.profile.facts.FactsRules;
import io.clientele.profile.portrait.PortraitRules;
import io.clientele.profile.value.ValueRules;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Reads the rules from configuration; the rules themselves check that they make sense. */
@Startup // a wrong figure stops the start, not the first customer
@Singleton
class Rules {

    private static final int MILLIONTHS = 6;

    private final PortraitRules rules;

    Rules(BusinessConfig business, FactsConfig facts, ValueConfig value, ChurnConfig churn) {
        this.rules = new PortraitRules(
                checked("clientele.facts", () -> facts(business, facts)),
                checked("clientele.value", () -> value(value)),
                checked("clientele.churn", () -> churn(churn)));
    }

    @Produces
    @Singleton
    PortraitRules rules() {
        return rules;
    }

    private static <T> T checked(String prefix, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException | ArithmeticException refused) {
            throw new ConfigurationException("A value under " + prefix + " cannot be: " + refused.getMessage());
        }
    }

    private static FactsRules facts(BusinessConfig business, FactsConfig config) {
        return new FactsRules(
                business.zone(),
                business.currency(),
                config.yearDays(),
                config.monthDays(),
                config.quarterDays(),
                config.visitDays(),
                config.dwellDays(),
                config.orderValueDays(),
                config.netOfRefunds(),
                config.logins());
    }

    private static ValueRules value(ValueConfig config) {
        return new ValueRules(
                config.loyalRecencyDays(),
                config.loyalFrequency(),
                millionths(config.loyalMonetary()),
                config.churnRecencyDays(),
                config.churnFrequency(),
                millionths(config.churnMonetary()),
                config.highFrequencyOrders(),
                config.lowFrequencyOrders(),
                config.potentialVisits(),
                config.potentialDwell(),
                config.intentProducts(),
                config.intentVisits(),
                config.loyalRepurchases(),
                config.loyalCycleDays(),
                config.dormantDays(),
                config.highSpending(),
                config.lowSpending());
    }

    private static ChurnRules churn(ChurnConfig config) {
        return new ChurnRules(
                config.silentDays(),
                config.browsingDrop(),
                config.leastDwell(),
                config.cartAge(),
                config.stretch(),
                config.orderValueDrop(),
                config.behaviourWeight(),
                config.tradeWeight(),
                config.mediumFrom(),
                config.highFrom());
    }

    /** Exactly, or not at all: a finer amount is no amount. */
    private static long millionths(BigDecimal units) {
        return units.movePointRight(MILLIONTHS).longValueExact();
    }
}
