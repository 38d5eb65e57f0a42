package io.clientele.profile.card;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import io.clientele.profile.churn.Churn;
import io.clientele.profile.churn.RiskLevel;

/** How likely a customer is to leave, why, and what would be lost. */
@Description("How likely a customer is to leave, why, and what would be lost.")
public record CustomerChurn(
        @NonNull RiskLevel risk,

        @Description("The signals' weights together, in percent.")
        int probability,

        @NonNull List<@NonNull ChurnSignal> signals,

        @NonNull @Description("Revenue of the last 365 days times the probability.")
        Amount valueAtRisk) {

    public CustomerChurn {
        signals = List.copyOf(signals);
    }

    static CustomerChurn of(Churn churn, String currency) {
        return new CustomerChurn(
                churn.risk(),
                churn.probability(),
                churn.signals().stream().map(ChurnSignal::of).toList(),
                Amount.of(churn.valueAtRisk(), currency));
    }
}
