package io.clientele.campaign.benefit;

import java.time.Instant;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import io.clientele.campaign.benefit.terms.Cart;
import io.clientele.campaign.money.Amount;

/** What a code takes off a cart. */
@Description("What a code takes off a cart, or why nothing.")
public record QuotedCode(
        @NonNull @Description("As it was asked for.") String code,

        @Nullable @Description("The customer's coupon of this code; null of a code that many may use, and of no code.")
        Coupon coupon,

        @Nullable @Description("Null of no code.") BenefitTerms terms,

        @Nullable @Description("What it takes off; null if nothing.")
        Amount discount,

        @Nullable @Description("Why it takes nothing off; null if it does.")
        CodeProblem problem) {

    static QuotedCode of(Redemptions.Assessment assessment, Cart cart, Instant now) {
        CodeHolding holding = assessment.holding();
        StoredCoupon coupon = holding == null ? null : holding.coupon();
        return new QuotedCode(
                assessment.typed(),
                coupon == null ? null : Coupon.of(coupon, now),
                holding == null ? null : BenefitTerms.of(holding.terms()),
                assessment.verdict() instanceof CodeHolding.Verdict.Granted granted
                        ? Amount.of(granted.discount(), cart.currency())
                        : null,
                assessment.verdict() instanceof CodeHolding.Verdict.Refused refused
                        ? new CodeProblem(
                                refused.refusal().code(), refused.refusal().message())
                        : null);
    }
}
