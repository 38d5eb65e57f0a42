package io.clientele.campaign.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import io.clientele.campaign.effect.DecisionCount;
import io.clientele.campaign.money.Amount;

/** A dry run as clients see it. */
@Description("What a campaign would have done in a time of the past. Nobody is contacted, and nothing else is changed.")
public record DryRun(
        @NonNull @Id String id,
        @NonNull @Id @Description("The campaign's id.") String campaign,
        @NonNull @Description("The campaign's version.") Integer version,
        @NonNull DryRunState state,

        @Description("How much of the time was gone through, 0 to 1.")
        double progress,

        @NonNull Instant from,
        @NonNull Instant to,

        @Nullable @Description("Of DONE: how many contacts there would have been, by the customers' own days.")
        List<@NonNull DayCount> contacts,

        @Nullable @Description("Of DONE: how often it would have decided in which way.")
        List<@NonNull DecisionCount> decisions,

        @Nullable @Description("Of DONE: enrolments that were not due yet at the end.")
        Integer waiting,

        @Nullable @Description("Of DONE: coupons that would have been issued.")
        Integer couponsIssued,

        @Nullable
        @Description(
                "Of DONE: what those would have cost if every one had been used to the full; what depends on carts alone not counted.")
        Amount benefitCostMost,

        @Nullable @Description("Of DONE: what the contacts would have cost.")
        Amount contactCost,

        @Nullable @Description("What it could not know; null: nothing of the kind.")
        DryRunNote note,

        @Nullable @Description("Of FAILED: why.") DryRunProblem problem) {

    static DryRun of(StoredDryRun stored) {
        Optional<DryRunResult> result = stored.result();
        return new DryRun(
                stored.id(),
                stored.campaign(),
                stored.version(),
                stored.state(),
                stored.progress(),
                stored.from(),
                stored.to(),
                result.map(DryRun::days).orElse(null),
                result.map(DryRun::decisions).orElse(null),
                result.map(DryRunResult::waiting).orElse(null),
                result.map(DryRunResult::coupons).orElse(null),
                result.map(one -> Amount.of(one.benefitCostMost(), one.currency()))
                        .orElse(null),
                result.map(one -> Amount.of(one.contactCost(), one.currency())).orElse(null),
                stored.note().orElse(null),
                stored.problem().orElse(null));
    }

    private static List<DayCount> days(DryRunResult result) {
        List<DayCount> days = new ArrayList<>();
        result.contacts().forEach((day, contacts) -> days.add(new DayCount(day, contacts)));
        return days;
    }

    private static List<DecisionCount> decisions(DryRunResult result) {
        return result.decisions().stream()
                .map(count -> new DecisionCount(count.decision(), count.reason(), count.contacts()))
                .toList();
    }
}
