package io.clientele.campaign.benefit;

import java.time.Instant;
import java.util.OptionalInt;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import io.clientele.campaign.money.Amount;

/** A benefit as staff sees it. */
@Description("What offers give, and what became of it.")
public record Benefit(
        @NonNull @Id String id,

        @NonNull @Description("For people, customers among them.")
        String name,

        @Description("1 for the first definition, then rising.")
        int version,

        @NonNull @Description("Those of coupons issued from now on.")
        BenefitTerms terms,

        @Nullable @Description("How many coupons there can be; null: any number.")
        Integer stock,

        @Nullable @Description("How many of them are left; null: any number.")
        Integer stockLeft,

        @Nullable @Description("What coupons can cost together; null: any amount.")
        Amount budget,

        @NonNull @Description("The most that usable coupons can cost, as far as that is known.")
        Amount reserved,

        @NonNull @Description("What redemptions that stand cost.")
        Amount spent,

        @Description("Coupons ever issued.") long issued,
        @Description("Redemptions that stand.") long redeemed,

        @Description("How many one customer can have that are not expired.")
        int perCustomerLimit,

        @Nullable @Description("How long a coupon is good after it was issued, an ISO 8601 duration.")
        String validFor,

        @Nullable @Description("When all ends that is issued from now on.")
        Instant validUntil,

        @Nullable @Description("A code that many may use.") String code,
        @NonNull Instant changedAt,
        @NonNull @Description("Who defined it last.") String changedBy) {

    static Benefit of(StoredBenefit stored) {
        String currency = stored.terms().currency();
        OptionalInt left = stored.stockLeft();
        return new Benefit(
                stored.id(),
                stored.name(),
                stored.version(),
                BenefitTerms.of(stored.terms()),
                stored.stock(),
                left.isEmpty() ? null : left.getAsInt(),
                Amount.ofNullable(stored.budget(), currency),
                Amount.of(stored.tally().reserved(), currency),
                Amount.of(stored.tally().spent(), currency),
                stored.tally().issued(),
                stored.tally().redeemed(),
                stored.perCustomerLimit(),
                stored.validity().validFor() == null
                        ? null
                        : stored.validity().validFor().toString(),
                stored.validity().validUntil(),
                stored.code(),
                stored.changedAt(),
                stored.changedBy());
    }
}
