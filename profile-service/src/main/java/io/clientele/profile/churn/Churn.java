package io.clientele.profile.churn;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.clientele.profile.facts.CustomerFacts;

/**
 * How likely a customer is to leave, why, and what would be lost.
 *
 * @param signals in the order of {@link SignalKind}, each at most once
 * @param probability the signals' weights together, in percent, at most 100
 * @param valueAtRisk monetary value of the last 365 days × probability, in millionths of the main currency, rounded down
 * @param nextReviewAt when the cart becomes too old, if that is what comes next; all else changes when the facts do
 */
public record Churn(
        List<Signal> signals,
        int probability,
        RiskLevel risk,
        long valueAtRisk,
        @Nullable Instant nextReviewAt) {

    public Churn {
        signals = List.copyOf(signals);
    }

    public static Churn of(CustomerFacts facts, ChurnRules rules) {
        List<Signal> signals = Signals.of(facts, rules);
        int sum = 0;
        for (Signal signal : signals) {
            sum += weight(signal.kind(), rules);
        }
        int probability = Math.min(100, sum);
        long monetary = facts.orders().monetary();
        long valueAtRisk = monetary / 100 * probability + monetary % 100 * probability / 100;
        return new Churn(signals, probability, RiskLevel.of(probability, rules), valueAtRisk, cartTooOld(facts, rules));
    }

    private static int weight(SignalKind kind, ChurnRules rules) {
        return switch (kind) {
            case SILENT, BROWSING_DOWN, CART_UNPAID -> rules.behaviourWeight();
            case INTERVAL_STRETCHED, ORDER_VALUE_DOWN -> rules.tradeWeight();
        };
    }

    /** Instants are whole milliseconds, so the first at which the cart is older is one after. */
    private static @Nullable Instant cartTooOld(CustomerFacts facts, ChurnRules rules) {
        Instant since = facts.cart().since();
        if (since == null) {
            return null;
        }
        Instant tooOld = since.plus(rules.cartAge()).plusMillis(1);
        return tooOld.isAfter(facts.asOf()) ? tooOld : null;
    }
}
