package io.clientele.campaign.benefit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import io.clientele.campaign.benefit.terms.BenefitKind;

/** A benefit's definition, as a client writes it. */
@Input("DefineBenefitInput")
@Description(
        "A benefit's definition; one with the same id takes the place of the last, for coupons issued from then on."
                + " Amounts are in units of the currency, with at most six decimals.")
public record DefineBenefitInput(
        @NonNull @Description("The client's own key of this change; repeating it does nothing again.")
        String key,

        @NonNull @Description("1 to 64 characters of a-z, 0-9, _ and -.")
        String id,

        @NonNull @Description("For people, customers among them; 1 to 200 characters.")
        String name,

        @NonNull BenefitKind kind,

        @NonNull @Description("As in ISO 4217; stays as it was first defined.")
        String currency,

        @Nullable @Description("Of THRESHOLD: how much is taken off.")
        BigDecimal off,

        @Nullable @Description("Of all kinds but STEPPED: what the goods have to cost at least.")
        BigDecimal minSpend,

        @Nullable @Description("Of PERCENT: over 0, at most 100, with at most two decimals.")
        BigDecimal percent,

        @Nullable @Description("Of PERCENT and FREE_SHIPPING: the most that is taken off; a budget asks for it.")
        BigDecimal maxDiscount,

        @Nullable @Description("Of STEPPED: 1 to 20 steps, each of a higher spending and with more off than the last.")
        List<@Nullable BenefitStepInput> steps,

        @Nullable @Description("How many coupons there can be; none: any number.")
        Integer stock,

        @Nullable @Description("What they can cost together; none: any amount.")
        BigDecimal budget,

        @Nullable @DefaultValue("1") @Description("How many one customer can have that are not expired, 1 to 1000.")
        Integer perCustomerLimit,

        @Nullable @Description("How long a coupon is good after it was issued, an ISO 8601 duration: P14D.")
        String validFor,

        @Nullable @Description("When all ends.") Instant validUntil,

        @Nullable
        @Description(
                "A code that many may use, each once or up to the limit: 4 to 32 letters and digits, with blanks and"
                        + " hyphens between them.")
        String code) {}
