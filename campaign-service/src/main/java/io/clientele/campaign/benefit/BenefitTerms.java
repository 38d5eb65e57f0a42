package io.clientele.campaign.benefit;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import io.clientele.campaign.benefit.terms.BenefitKind;
import io.clientele.campaign.benefit.terms.FreeShipping;
import io.clientele.campaign.benefit.terms.Percent;
import io.clientele.campaign.benefit.terms.Stepped;
import io.clientele.campaign.benefit.terms.Terms;
import io.clientele.campaign.benefit.terms.Threshold;
import io.clientele.campaign.money.Amount;

/** Terms as clients see them. */
@Description("What is taken off which carts.")
public record BenefitTerms(
        @NonNull BenefitKind kind,

        @NonNull @Description("Carts in another currency get nothing.")
        String currency,

        @NonNull @Description("What the goods have to cost at least.")
        Amount minSpend,

        @Nullable @Description("Of THRESHOLD: how much is taken off.")
        Amount off,

        @Nullable @Description("Of PERCENT.") BigDecimal percent,

        @Nullable @Description("Of PERCENT and FREE_SHIPPING: the most that is taken off; null: no limit.")
        Amount maxDiscount,

        @Nullable @Description("Of STEPPED: the highest that the goods reach counts.")
        List<@NonNull BenefitStep> steps) {

    static BenefitTerms of(Terms terms) {
        return new BenefitTerms(
                terms.kind(),
                terms.currency(),
                Amount.of(terms.minSpend(), terms.currency()),
                terms instanceof Threshold threshold ? Amount.of(threshold.off(), terms.currency()) : null,
                terms instanceof Percent percent ? plain(percent.percent()) : null,
                maxDiscount(terms),
                terms instanceof Stepped stepped ? steps(stepped) : null);
    }

    private static @Nullable Amount maxDiscount(Terms terms) {
        OptionalLong most = switch (terms) {
            case Percent percent -> percent.maxDiscount();
            case FreeShipping shipping -> shipping.maxDiscount();
            case Threshold _ -> OptionalLong.empty();
            case Stepped _ -> OptionalLong.empty();
        };
        return most.isEmpty() ? null : Amount.of(most.getAsLong(), terms.currency());
    }

    private static List<BenefitStep> steps(Stepped stepped) {
        return stepped.steps().stream()
                .map(step -> new BenefitStep(
                        Amount.of(step.minSpend(), stepped.currency()), Amount.of(step.off(), stepped.currency())))
                .toList();
    }

    private static BigDecimal plain(BigDecimal percent) {
        return percent.scale() < 0 ? percent.setScale(0) : percent;
    }
}
