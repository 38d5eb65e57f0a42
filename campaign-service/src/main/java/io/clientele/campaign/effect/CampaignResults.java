package io.clientele.campaign.effect;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import io.clientele.campaign.experiment.Estimate;
import io.clientele.campaign.money.Amount;

/** What a campaign brought about. */
@Description("What a campaign brought about.")
public record CampaignResults(
        @NonNull @Description("When it was counted.") Instant asOf,

        @NonNull
        @Description(
                "Customers who were drawn for contact, those included whose coupon or message then could not be made.")
        GroupResults treated,

        @NonNull @Description("Customers whom the campaign left alone, to compare with.")
        GroupResults control,

        @NonNull @Description("Customers whom every campaign leaves alone.")
        GroupResults heldOut,

        @NonNull @Description("The treated, by variant.") List<@NonNull VariantResults> variants,

        @NonNull @Description("Every decision of the campaign.")
        List<@NonNull DecisionCount> decisions,

        @Nullable
        @Description("How much likelier a treated customer converts, as a proportion; null without both groups.")
        Estimate conversionLift,

        @Nullable
        @Description("How much more a treated customer spends, in units of the currency; null without both groups, "
                + "or if nobody in them differs.")
        Estimate revenueLift,

        @Nullable @Description("Conversions that there would not have been: the lift of all treated customers.")
        Estimate incrementalConversions,

        @Nullable
        @Description(
                "Revenue that there would not have been, in units of the currency: what customers paid, after discounts.")
        Estimate incrementalRevenue,

        @NonNull @Description("contactCost + benefitCost.") Amount cost,

        @NonNull @Description("Of all contacts, as their variants state it.")
        Amount contactCost,

        @NonNull @Description("Discounts of this campaign's coupons that were redeemed.")
        Amount benefitCost,

        @Nullable
        @Description(
                "(incremental revenue + benefitCost − cost) ÷ cost: the discounts are off the revenue already, and count"
                        + " once. Null without cost or estimate.")
        Double roi,

        @Nullable @Description("(incremental revenue + benefitCost) ÷ cost, the x of 1:x; null as roi.")
        Double revenuePerCost,

        @Description("Orders whose last touch within its goal's time, of all campaigns, was this one's.")
        int attributedOrders,

        @NonNull @Description("Their revenue.") Amount attributedRevenue,

        @NonNull @Description("How it was computed, in English.")
        String method) {}
