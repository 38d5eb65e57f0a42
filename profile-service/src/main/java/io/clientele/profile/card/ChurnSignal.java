package io.clientele.profile.card;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import io.clientele.profile.churn.Signal;
import io.clientele.profile.churn.SignalKind;
import io.clientele.profile.value.Evidence;

/** A signal that a customer is leaving. */
@Description("A signal that a customer is leaving, and why it is one.")
public record ChurnSignal(
        @NonNull SignalKind kind,

        @Nullable @Description("Since when: the last login or visit, the cart's oldest product, the last order.")
        Instant since,

        @NonNull @Description("What the signal rests on.") List<@NonNull CustomerEvidence> evidence) {

    public ChurnSignal {
        evidence = List.copyOf(evidence);
    }

    static ChurnSignal of(Signal signal) {
        return switch (signal) {
            case Signal.Silent silent ->
                of(
                        silent,
                        silent.last(),
                        Evidence.of(silent.login() ? "days_since_last_login" : "days_since_last_visit", silent.days()));
            case Signal.BrowsingDown down ->
                of(
                        down,
                        null,
                        Evidence.of("previous_dwell_ms", down.before()),
                        Evidence.of("recent_dwell_ms", down.recent()));
            case Signal.CartUnpaid unpaid ->
                of(
                        unpaid,
                        unpaid.since(),
                        Evidence.of("cart_products", unpaid.products()),
                        Evidence.money("cart_value", unpaid.value()));
            case Signal.IntervalStretched stretched ->
                of(
                        stretched,
                        stretched.last(),
                        Evidence.of("recency_days", stretched.days()),
                        Evidence.of("cycle_days", stretched.cycleDays()));
            case Signal.OrderValueDown down ->
                of(
                        down,
                        null,
                        Evidence.money("previous_mean_order_value", down.before()),
                        Evidence.money("recent_mean_order_value", down.recent()));
        };
    }

    private static ChurnSignal of(Signal signal, @Nullable Instant since, Evidence... evidence) {
        return new ChurnSignal(signal.kind(), since, CustomerEvidence.of(List.of(evidence)));
    }
}
