package io.clientele.campaign.definition;

import java.math.BigDecimal;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** One form of the message, as a client writes it. */
@Input("VariantInput")
@Description("One form of the message, as a client writes it.")
public record VariantInput(
        @NonNull @Description("Unique in the campaign, 1 to 64 characters of a-z, 0-9, _ and -.")
        String name,

        @Nullable @DefaultValue("1") @Description("Its share among the variants, 1 to 1000.")
        Integer weight,

        @NonNull Channel channel,

        @Nullable @Id @Description("Of the channel WEBHOOK, which one.")
        String webhook,

        @Nullable @Description("A Liquid template of up to 200 characters; of e-mail necessary.")
        String subject,

        @NonNull @Description("A Liquid template of up to 20000 characters.")
        String body,

        @Nullable @Description("Where the message leads, a Liquid template.")
        String link,

        @Nullable @Id @Description("The benefit of which each customer gets a coupon.")
        String benefit,

        @Nullable @Description("What one contact costs, in the budget's currency, else in the shop's; 0 if not given.")
        BigDecimal cost) {}
