package io.clientele.profile.value;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.clientele.profile.facts.CustomerFacts;
import io.clientele.profile.facts.OrderFacts;
import io.clientele.profile.facts.VisitFacts;

/**
 * The lifecycle stage with the numbers that it rests on.
 *
 * @param evidence at least those that the stage's definition compares
 */
public record Lifecycle(LifecycleStage stage, List<Evidence> evidence) {

    public Lifecycle {
        evidence = List.copyOf(evidence);
    }

    /**
     * The stage of a customer.
     *
     * @param platformMean the platform's mean order value in millionths; as long as it is not known, it is held against nobody
     */
    static Lifecycle of(CustomerFacts facts, @Nullable Long platformMean, ValueRules rules) {
        LifecycleStage stage = facts.orders().count() == 0 ? prospect(facts, rules) : buyer(facts, platformMean, rules);
        return new Lifecycle(stage, evidence(facts, platformMean));
    }

    private static LifecycleStage prospect(CustomerFacts facts, ValueRules rules) {
        VisitFacts visits = facts.visits();
        boolean few = visits.visits() >= 1 && visits.visits() <= rules.potentialVisits();
        if (!facts.cart().everFilled()
                && few
                && visits.dwellMs() < rules.potentialDwell().toMillis()) {
            return LifecycleStage.POTENTIAL;
        }
        boolean intends =
                facts.cart().products() >= rules.intentProducts() && visits.closestVisits() >= rules.intentVisits();
        return intends ? LifecycleStage.INTENT : LifecycleStage.ACTIVE;
    }

    private static LifecycleStage buyer(CustomerFacts facts, @Nullable Long platformMean, ValueRules rules) {
        OrderFacts orders = facts.orders();
        if (away(facts) >= rules.dormantDays()) {
            return LifecycleStage.DORMANT;
        }
        // Without both means there is nothing to compare: then the comparison is held against nobody.
        Long mean = orders.meanValue();
        boolean below = mean == null || platformMean == null || mean < platformMean;
        boolean atLeast = mean == null || platformMean == null || mean >= platformMean;
        if (orders.repurchases() == 0 && below) {
            return LifecycleStage.NEW;
        }
        Double cycle = orders.cycleDays();
        boolean often =
                orders.repurchases() >= rules.loyalRepurchases() && cycle != null && cycle < rules.loyalCycleDays();
        return often && atLeast ? LifecycleStage.LOYAL : LifecycleStage.ACTIVE;
    }

    /** Business days since the customer visited or ordered, whichever is later. */
    private static long away(CustomerFacts facts) {
        Long sinceOrder = facts.orders().recencyDays();
        Long sinceVisit = facts.visits().awayDays();
        if (sinceOrder == null || sinceVisit == null) {
            return sinceOrder == null ? Long.MAX_VALUE : sinceOrder;
        }
        return Math.min(sinceOrder, sinceVisit);
    }

    private static List<Evidence> evidence(CustomerFacts facts, @Nullable Long platformMean) {
        VisitFacts visits = facts.visits();
        OrderFacts orders = facts.orders();
        if (orders.count() == 0) {
            return List.of(
                    Evidence.of("visits", visits.visits()),
                    Evidence.of("closest_visits", visits.closestVisits()),
                    Evidence.of("dwell_ms", visits.dwellMs()),
                    Evidence.of("cart_products", facts.cart().products()));
        }
        return Evidence.list(
                Evidence.of("orders", orders.count()),
                orders.cycleDays() == null ? null : Evidence.of("cycle_days", orders.cycleDays()),
                orders.meanValue() == null ? null : Evidence.money("aov", orders.meanValue()),
                platformMean == null ? null : Evidence.money("platform_aov", platformMean),
                Evidence.of("away_days", away(facts)));
    }
}
