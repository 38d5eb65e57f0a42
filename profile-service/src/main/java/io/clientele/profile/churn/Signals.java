package io.clientele.profile.churn;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.clientele.profile.facts.CartFacts;
import io.clientele.profile.facts.CustomerFacts;
import io.clientele.profile.facts.OrderFacts;
import io.clientele.profile.facts.VisitFacts;

/** Finds the signals in a customer's facts. */
final class Signals {

    private Signals() {}

    /** Those that there are, in the order of {@link SignalKind}. */
    static List<Signal> of(CustomerFacts facts, ChurnRules rules) {
        List<Signal> found = new ArrayList<>(5);
        add(found, silent(facts.visits(), rules));
        add(found, browsingDown(facts.visits(), rules));
        add(found, cartUnpaid(facts, rules));
        add(found, intervalStretched(facts.orders(), rules));
        add(found, orderValueDown(facts.orders(), rules));
        return found;
    }

    private static void add(List<Signal> found, @Nullable Signal signal) {
        if (signal != null) {
            found.add(signal);
        }
    }

    private static @Nullable Signal silent(VisitFacts visits, ChurnRules rules) {
        Instant login = visits.lastLogin();
        Instant last = login == null ? visits.lastVisit() : login;
        Long days = visits.silentDays();
        return last == null || days == null || days < rules.silentDays()
                ? null
                : new Signal.Silent(last, login != null, days);
    }

    private static @Nullable Signal browsingDown(VisitFacts visits, ChurnRules rules) {
        long before = visits.previousDwellMs();
        long recent = visits.recentDwellMs();
        boolean enough = before >= rules.leastDwell().toMillis();
        return enough && fell(before, recent, rules.browsingDrop()) ? new Signal.BrowsingDown(before, recent) : null;
    }

    private static @Nullable Signal cartUnpaid(CustomerFacts facts, ChurnRules rules) {
        CartFacts cart = facts.cart();
        Instant since = cart.since();
        return since == null || Duration.between(since, facts.asOf()).compareTo(rules.cartAge()) <= 0
                ? null
                : new Signal.CartUnpaid(since, cart.products(), cart.value());
    }

    private static @Nullable Signal intervalStretched(OrderFacts orders, ChurnRules rules) {
        Double cycle = orders.cycleDays();
        Instant last = orders.last();
        Long days = orders.recencyDays();
        return cycle == null || last == null || days == null || days < rules.stretch() * cycle
                ? null
                : new Signal.IntervalStretched(last, days, cycle);
    }

    private static @Nullable Signal orderValueDown(OrderFacts orders, ChurnRules rules) {
        Long before = orders.previousMeanValue();
        Long recent = orders.recentMeanValue();
        return before == null || recent == null || before == 0 || !fell(before, recent, rules.orderValueDrop())
                ? null
                : new Signal.OrderValueDown(before, recent);
    }

    /** Whether so large a share was lost, to a billionth: doubles alone would not find 700 to be 30 % below 1,000. */
    private static boolean fell(long before, long recent, double share) {
        return (double) (before - recent) / before >= share - 1e-9;
    }
}
