package io.clientele.campaign.effect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.experiment.Estimate;
import io.clientele.campaign.experiment.Lift;

/** Computes results from sums; pure. */
final class Outcome {

    private static final double CONFIDENCE = 0.95;
    private static final double UNIT = 1e-6;

    private final EffectSums sums;
    private final GroupSums treated;
    private final Optional<Lift> conversion;
    private final Optional<Lift> revenue;

    private Outcome(EffectSums sums) {
        this.sums = sums;
        this.treated = group(Exposure.SENT);
        GroupSums control = group(Exposure.CONTROL);
        this.conversion = Lift.ofProportions(treated.conversion(), control.conversion(), CONFIDENCE);
        this.revenue = Lift.ofMeans(treated.spending(), control.spending(), CONFIDENCE);
    }

    static CampaignResults of(EffectSums sums) {
        return new Outcome(sums).results();
    }

    private CampaignResults results() {
        BigInteger cost = sums.contactCost().add(sums.benefitCost());
        Estimate revenueLift = revenue.map(lift -> lift.estimate().times(UNIT)).orElse(null);
        Estimate incrementalRevenue = revenueLift == null ? null : revenueLift.times((double) treated.customers());
        Double revenuePerCost = revenuePerCost(incrementalRevenue, cost);
        return new CampaignResults(
                sums.asOf(),
                GroupResults.of(treated, sums.currency()),
                GroupResults.of(group(Exposure.CONTROL), sums.currency()),
                GroupResults.of(group(Exposure.HELD_OUT), sums.currency()),
                variants(),
                sums.decisions(),
                conversion.map(Lift::estimate).orElse(null),
                revenueLift,
                conversion
                        .map(lift -> lift.estimate().times((double) treated.customers()))
                        .orElse(null),
                incrementalRevenue,
                GroupResults.amount(cost, sums.currency()),
                GroupResults.amount(sums.contactCost(), sums.currency()),
                GroupResults.amount(sums.benefitCost(), sums.currency()),
                revenuePerCost == null ? null : revenuePerCost - 1,
                revenuePerCost,
                Math.toIntExact(sums.attributedOrders()),
                GroupResults.amount(sums.attributedRevenue(), sums.currency()),
                method());
    }

    private GroupSums group(Exposure exposure) {
        return sums.groups().stream()
                .filter(group -> group.exposure() == exposure)
                .reduce(GroupSums.none(exposure), GroupSums::plus);
    }

    private List<VariantResults> variants() {
        return sums.groups().stream()
                .filter(group -> group.exposure() == Exposure.SENT)
                .map(group -> new VariantResults(
                        Objects.requireNonNullElse(group.variant(), ""), GroupResults.of(group, sums.currency())))
                .toList();
    }

    /** Revenue is what customers paid, after the discounts, which are added again so that they count as cost alone. */
    private @Nullable Double revenuePerCost(@Nullable Estimate incrementalRevenue, BigInteger cost) {
        return incrementalRevenue == null || cost.signum() == 0
                ? null
                : (incrementalRevenue.value() + units(sums.benefitCost())) / units(cost);
    }

    private static double units(BigInteger millionths) {
        return new BigDecimal(millionths).doubleValue() * UNIT;
    }

    private String method() {
        List<String> told = new ArrayList<>();
        told.add("By customer and intention to treat: the first exposure decides the group");
        told.add(
                conversion.isEmpty()
                        ? "no lift without customers in both groups"
                        : "conversion: " + conversion.get().method().description());
        told.add(
                revenue.isEmpty()
                        ? "no lift of revenue without two customers in both groups and any difference between customers"
                        : "revenue: " + revenue.get().method().description());
        told.add("95 % confidence, two-sided");
        told.add("attribution to the last touch of all campaigns within their goals' times");
        if (sums.otherCurrencies() > 0) {
            told.add("the amounts of " + sums.otherCurrencies()
                    + " orders, contacts and redemptions in other currencies than " + sums.currency()
                    + " are left out");
        }
        return String.join("; ", told) + ".";
    }
}
